using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>任务交办单, to be printed: lead and co-units, what each must do, by when, under which rule. It says nothing of who reported (H-13).</summary>
public sealed class SheetModel(ReadAppeal read, CaseMedia media, TimeProvider clock) : AppealPage(read, media, clock)
{
    private static readonly OrderRole[] Shown = [OrderRole.Lead, OrderRole.Co, OrderRole.ActFirst, OrderRole.Whistled, OrderRole.External];

    /// <summary>The orders that stand or were done in the running round, the lead's first.</summary>
    public IReadOnlyList<SheetRow> Rows =>
    [
        .. It.Appeal.Orders.Where(o => o.Round == It.Appeal.Round && Shown.Contains(o.Role) && (o.Open || o.State == OrderState.Done)).OrderBy(o => o.Role).ThenBy(o => o.No).Select(RowOf),
    ];

    public Duty? Duty => It.View.Rules.Profile.Duties.For(It.Appeal.Category, It.View.Where.Codes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    private SheetRow RowOf(WorkOrder order)
    {
        var kind = order.Role switch
        {
            OrderRole.Lead or OrderRole.Upper => ClockKind.Handle,
            OrderRole.Co or OrderRole.ActFirst => ClockKind.CoUnit,
            OrderRole.Whistled => ClockKind.ReportIn,
            OrderRole.External => ClockKind.External,
        };
        var limit = It.Appeal.Clocks.LastOrDefault(c => c.Kind == kind && c.Round == order.Round && c.Unit == order.Unit && (order.Role == OrderRole.Lead || c.StartAt >= order.IssuedAt));
        return new(
            StaffWords.Of(order.Role), It.Unit(order.Unit), It.Text(order.Requirement), order.IssuedAt, order.Issuer is { } by ? It.Unit(by) : null, limit?.DueAt,
            limit is null ? null : $"{LimitWords.Of(limit.Rule.Limit, It.View.Rules.Timetable.Hours)}（{It.View.Rules.Profile.Name}规则，{limit.Rule.ProfileVersion} 版）");
    }
}

/// <summary>One unit's task on the sheet.</summary>
/// <param name="Rule">The rule behind the limit as it was frozen when the clock began.</param>
public sealed record SheetRow(string Role, string Unit, string? Task, DateTime IssuedAt, string? Issuer, DateTime? DueAt, string? Rule);
