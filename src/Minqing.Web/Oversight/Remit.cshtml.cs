using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Ledger;
using Minqing.Web.Shared;

namespace Minqing.Web.Oversight;

/// <summary>What a deputy or an inspector looks after, as it stands now, without who reported it.</summary>
public sealed class RemitModel(ListRemit list, ListLedgerRegions regions, ListBarred barred, Profile profile) : StaffPage
{
    private static readonly LedgerMark[] Marks = [LedgerMark.Late, LedgerMark.NearDue, LedgerMark.Returned];
    private static readonly Stage[] Stages = [Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking, Stage.FollowingUp, Stage.Settled];

    private IReadOnlyDictionary<UnitId, Barred> vetoed = new Dictionary<UnitId, Barred>();

    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public LedgerFilter Filter { get; private set; } = LedgerFilter.None;

    public LedgerPage List { get; private set; } = new([], null, null);

    public ConditionForm Conditions { get; private set; } = null!;

    public IReadOnlyList<Chip> Chips =>
    [
        new("全部", At(Filter with { Stage = null, Mark = null }), Filter is { Stage: null, Mark: null }),
        .. Marks.Select(m => new Chip(LedgerWords.Of(m), At(Filter with { Stage = null, Mark = m }), Filter.Mark == m)),
        .. Stages.Select(s => new Chip(LedgerWords.Of(s), At(Filter with { Stage = s, Mark = null }), Filter.Stage == s)),
    ];

    /// <summary>Whether a veto bars the unit that has it from this year's awards.</summary>
    public bool IsBarred(LedgerRow row) => row.LeadUnit is { } unit && vetoed.ContainsKey(unit);

    public string? Next => List.Next is { } next ? $"{At(Filter)}{(Filter.Text.Length == 0 ? "?" : "&")}after={next.Text}" : null;

    public string Href(LedgerRow row) => Viewer.May(Permission.Inspect) ? $"/oversight/record/{row.Appeal.Value}" : $"/appeals/{row.Appeal.Value}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var asked = LedgerFilter.Read(part => Request.Query[part]);
        Filter = asked.Ok ? asked.Value : LedgerFilter.None;
        var found = await list.RunAsync(Viewer, Filter, After, ct);
        if (!found.Ok)
        {
            return Forbid();
        }

        if (asked.Problem is { } unclear)
        {
            Refuse(unclear);
        }

        vetoed = await barred.ShownToAsync(Viewer, ct);
        List = asked.Ok ? found.Value : List;
        Conditions = new("/remit", Filter, part => Request.Query[part], await regions.RunAsync(Viewer, Filter.Region, ct), profile);
        return Page();
    }

    private static string At(LedgerFilter filter) => filter.Text is { Length: > 0 } text ? $"/remit?{text}" : "/remit";
}
