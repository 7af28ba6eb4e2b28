using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Kernel.Tables;
using Minqing.App.Supervision.Publicizing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>A year of drives, trainings and typical cases with its sums; for a unit, the cases that were sent to it (S-09).</summary>
public sealed class PublicityListModel(ListPublicity list, TakeBackPublicity back, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/publicity", Q, ("year", Shown.ToString(CultureInfo.InvariantCulture)), ("kind", Kebab.Parse<PublicityKind>(Kind ?? "")?.Name())) { What = "主题、内容或者地方" };

    public int Shown { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public PublicityPage List { get; private set; } = null!;

    public static string Of(PublicityKind kind) => Words.Say($"publicity.kind.{kind.Name()}");

    public string Href(int year, PublicityKind? kind) => string.Create(
        CultureInfo.InvariantCulture, $"/publicity?year={year}{(kind is { } one ? $"&kind={one.Name()}" : "")}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        (Shown, Years) = (Year ?? now, [now, now - 1, now - 2]);
        List = (await list.RunAsync(Viewer, Shown, Kebab.Parse<PublicityKind>(Kind ?? ""), Q, After, ct)).Value;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        var year = Year ?? LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        var rows = await list.WholeAsync(Viewer, year, Kebab.Parse<PublicityKind>(Kind ?? ""), Q, ct);
        if (rows.Problem is not null)
        {
            return Forbid();
        }

        var file = new MemoryStream();
        await using (var writer = new TableWriter(file, Columns))
        {
            foreach (var r in rows.Value)
            {
                writer.Row(Of(r.Kind), r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Place, r.Title, r.Words, Text(r.People), Text(r.Codes), Text(r.Messages), string.Join('、', r.Units), string.Join('、', r.Villages));
            }
        }

        return File(file.ToArray(), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"publicity-{year}.csv"));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, string? reason, CancellationToken ct)
    {
        var done = await back.RunAsync(Viewer, new(id), reason, ct);
        switch (done.Problem)
        {
            case null:
                TempData["Said"] = "已撤回，不再计数，单位也看不到了";
                return LocalRedirect("/publicity");
            case Domain.Kernel.NotFound:
                return Viewer.May(Permission.KeepPublicity) ? NotFound() : Forbid();
            default:
                Refuse(done.Problem);
                return await OnGetAsync(ct);
        }
    }

    private static readonly Column[] Columns =
        [new("类别", Required: true), new("日期", Required: true), new("地方", Required: true), new("主题", Required: true), new("内容", Required: true), new("人数", Required: true), new("张贴二维码", Required: true), new("发送信息", Required: true), new("单位", Required: true), new("到过的村", Required: true)];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
