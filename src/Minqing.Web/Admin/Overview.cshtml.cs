using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Gaps;
using Minqing.App.Administration.Queues;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Admin;

/// <summary>The administrator's first look: what lacks, what waits, what stands still.</summary>
public sealed class OverviewModel(ReadOperation operation, ReadReadiness readiness, ListGaps gaps, TimeProvider clock) : AdminPage
{
    private const int GapsShown = 5;

    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(10);

    public OperationNow Operation { get; private set; } = null!;

    public GapPage Gaps { get; private set; } = new([], 0, null);

    public IReadOnlyList<Gap> FirstGaps => [.. Gaps.Rows.Take(GapsShown)];

    /// <summary>What a person has to do something about, in words.</summary>
    public IReadOnlyList<string> Concerns { get; private set; } = [];

    public IReadOnlyList<Stat> Stats =>
    [
        new(Gaps.Total, "空缺的岗位", "/admin/vacancies", Alert.Yellow),
        new(Operation.Dead, "送不出的消息", "/admin/letters", Alert.Red),
        new(Operation.ClocksBehind, "到点没走的计时", Alert: Alert.Red),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = await operation.RunAsync(Viewer, ct);
        if (now.Problem is not null)
            return Forbid();

        Operation = now.Value;
        var installation = await readiness.RunAsync(Viewer, ct);
        Concerns = [.. Of(installation.Value), .. Of(Operation)];
        return With(await gaps.RunAsync(Viewer, null, ct), found => Gaps = found);
    }

    private static IEnumerable<string> Of(ReadinessNow installation)
    {
        foreach (var year in installation.MissingYears)
            yield return Words.Say("admin.lacks.year", ("Year", year));
        foreach (var year in installation.SoonMissing)
            yield return Words.Say("admin.lacks.next-year", ("Year", year));
        if (!installation.Pictures)
            yield return Words.Say("admin.lacks.pictures");
        if (!installation.Voice)
            yield return Words.Say("admin.lacks.voice");
        if (installation.PrintingLacks is { } package)
            yield return Words.Say("admin.lacks.printing", ("Package", package));
    }

    private IEnumerable<string> Of(OperationNow operation)
    {
        foreach (var loop in operation.Loops.Where(l => l.Silent))
            yield return Words.Say("admin.lacks.loop", ("Loop", AdminWords.Loop(loop.Loop)), ("Ago", Spoken.Span(loop.Ago)));
        if (operation.BehindSince is { } since)
            yield return Words.Say("admin.lacks.clocks", ("Count", operation.ClocksBehind), ("Since", since));
        if (operation.UnsealedSince is { } unsealed && clock.GetUtcNow().UtcDateTime - unsealed > SealedWithin)
            yield return Words.Say("admin.lacks.seal", ("At", unsealed));
    }
}
