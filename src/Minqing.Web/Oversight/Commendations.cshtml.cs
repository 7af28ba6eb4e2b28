using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Commending;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;
using Minqing.Web.Ledger.Printing;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>The units put forward for the commendation of a year; whom a veto bars is neither taken nor kept quiet about (S-08).</summary>
public sealed class CommendationsModel(ListNominees list, NominateUnit nominate, TakeBackNomination back, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>A part of the name of the unit that is sought.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty]
    public NominationForm Form { get; set; } = new();

    public int Shown { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public NomineeList List { get; private set; } = new([], null, false);

    public IReadOnlyList<UnitChoice> Choices { get; private set; } = [];

    public bool Takes => List.Nominates && Shown >= Years[0] - 1;

    public static string Href(int year, string? after = null) => string.Create(CultureInfo.InvariantCulture, $"/commendations?year={year}{(after is null ? "" : $"&after={after}")}");

    public static string Of(Barred barred) => Words.Say("commendation.barred", ("Year", barred.Year), ("No", barred.No), ("Ground", barred.Ground));

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await nominate.RunAsync(Viewer, Form with { Year = Year }, ct);
        switch (done.Problem)
        {
            case null:
                TempData["Said"] = Words.Say("commendation.done");
                return LocalRedirect(Href(Year ?? ThisYear));
            case NominationNotYours:
                return Forbid();
            default:
                Refuse(done.Problem, done.Problem is NotValid { Field: var field } ? field switch { "unit" => "Form.Unit", "words" => "Form.Words", _ => "" } : "");
                return await ShowAsync(ct);
        }
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, string? reason, CancellationToken ct)
    {
        var done = await back.RunAsync(Viewer, new(id), reason, ct);
        if (done.Problem is NoSuchNomination)
        {
            return await list.RunAsync(Viewer, ThisYear, null, ct) is { Ok: true, Value.Nominates: true } ? NotFound() : Forbid();
        }

        if (done.Problem is { } no)
        {
            Refuse(no);
            return await ShowAsync(ct);
        }

        TempData["Said"] = Words.Say("commendation.taken-back");
        return LocalRedirect(Href(Year ?? ThisYear));
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        var (year, now) = (Year ?? ThisYear, LocalTime.Of(clock.GetUtcNow().UtcDateTime));
        if (await list.WholeAsync(Viewer, year, ct) is not { Ok: true, Value: var rows })
        {
            return Forbid();
        }

        var file = new MemoryStream();
        var head = new SheetHead(
            "评优", [$"{year} 年度评优推荐名单", "被一票否决的单位当年不能评优评先", string.Create(CultureInfo.InvariantCulture, $"制表时间：{now:yyyy-MM-dd HH:mm}")],
            [("序号", 6), ("单位", 26), ("地方", 18), ("推荐理由", 50), ("推荐人", 12), ("推荐时间", 17), ("能否评优", 34)]);
        await SheetForm.WriteAsync(file, new(head, rows.Index().Select(r => Line(r.Index + 1, r.Item)).ToAsyncEnumerable()));
        return File(file.ToArray(), PrintedFile.TypeOf(ExportFormat.Xlsx), string.Create(CultureInfo.InvariantCulture, $"commendations-{year}.xlsx"));
    }

    private int ThisYear => LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;

    private static IReadOnlyList<string> Line(int no, Nominee row) =>
    [
        no.ToString(CultureInfo.InvariantCulture), row.Name, row.Place ?? "", row.Words ?? "", row.By ?? "",
        LocalTime.Of(row.NominatedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.Barred is { } barred ? Of(barred) : "可以",
    ];

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        (Shown, Years) = (Year ?? ThisYear, [ThisYear, ThisYear - 1, ThisYear - 2]);
        if (await list.RunAsync(Viewer, Shown, After, ct) is not { Ok: true, Value: var found })
        {
            return Forbid();
        }

        (List, Choices) = (found, await list.ChoicesAsync(Viewer, Shown, Name, ct));
        return Page();
    }
}
