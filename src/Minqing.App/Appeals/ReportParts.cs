using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals;

/// <summary>In which appeals a report is worked on: one, or one for each matter that it was split into (I-34).</summary>
public sealed class ReportParts(MinqingDb db)
{
    /// <summary>The parts of a report, as they came; one that went into another appeal stands for that one, and one that went into an earlier part is none any more.</summary>
    public async Task<IReadOnlyList<ReportPart>> OfAsync(ReportId report, CancellationToken ct) => (await OfAsync([report], ct))[report];

    /// <summary>The same of several reports.</summary>
    public async Task<IReadOnlyDictionary<ReportId, IReadOnlyList<ReportPart>>> OfAsync(IReadOnlyCollection<ReportId> reports, CancellationToken ct)
    {
        var links = await db.ReportAppeals.AsNoTracking().Where(l => reports.Contains(l.Report))
            .Join(db.Appeals, l => l.Appeal, a => a.Id, (l, a) => new Link(l.Report, l.Appeal, l.Since, l.Via, a.MergedInto, a.Category, a.Stage)).ToListAsync(ct);
        return reports.ToDictionary(r => r, r => PartsOf(links.FindAll(l => l.Report == r)));
    }

    /// <summary>The part of this number; the first when none is named; null when there is none.</summary>
    public async Task<ReportPart?> FindAsync(ReportId report, int? no, CancellationToken ct)
    {
        var parts = await OfAsync(report, ct);
        return no is { } named ? parts.FirstOrDefault(p => p.No == named) : parts[0];
    }

    /// <summary>The other cases in which a report is worked on.</summary>
    public async Task<IReadOnlyList<AppealCase>> BesideAsync(AppealCase it, ReportId report, CancellationToken ct)
    {
        var beside = new List<AppealCase>();
        foreach (var part in (await OfAsync(report, ct)).Where(p => p.Appeal != it.Appeal.Id))
        {
            beside.Add((await AppealCase.LoadAsync(db, part.Appeal, ct))!);
        }

        return beside;
    }

    // With it, all is over for them.
    private async Task<IReadOnlyList<Report>> OnlyInAsync(AppealCase it, CancellationToken ct)
    {
        var (id, ids, ends) = (it.Appeal.Id, it.Reports.Select(r => r.Id).ToList(), Appeal.Ends);
        var elsewhere = await db.ReportAppeals.AsNoTracking()
            .Where(l => ids.Contains(l.Report) && l.Appeal != id && db.Appeals.Any(a => a.Id == l.Appeal && !ends.Contains(a.Stage)))
            .Select(l => l.Report).ToListAsync(ct);
        return [.. it.Reports.Where(r => !elsewhere.Contains(r.Id))];
    }

    /// <summary>Ends a case for those reports of which no other part is open. The others go on in their first open part: their first call is still to be made.</summary>
    public async Task<Problem?> EndAsync(AppealCase it, Func<IReadOnlyList<Report>, Problem?> end, CancellationToken ct)
    {
        var only = await OnlyInAsync(it, ct);
        var problem = end(only);
        foreach (var report in problem is null && it.Appeal.Ended ? it.Reports.Except(only) : [])
        {
            if ((await OfAsync(report.Id, ct)).FirstOrDefault(p => p.Appeal != it.Appeal.Id && !Appeal.Ends.Contains(p.Stage)) is { } open)
            {
                report.GoOn(it.Appeal.Id, open.Appeal, it.Appeal.Taken[^1]);
            }
        }

        return problem;
    }

    /// <summary>Where a report stands as a whole: where the first of its parts stands that is not done.</summary>
    public static Stage StageOf(IReadOnlyList<ReportPart> parts) => (parts.FirstOrDefault(p => !Appeal.Ends.Contains(p.Stage)) ?? parts[0]).Stage;

    private static IReadOnlyList<ReportPart> PartsOf(List<Link> links)
    {
        var parts = new List<ReportPart>();
        foreach (var (no, own) in links.Where(l => l.Via is null).OrderBy(l => l.Since).ThenBy(l => l.Appeal.Value).Select((l, i) => (i + 1, l)))
        {
            var (now, went) = (own, new List<AppealId> { own.Appeal });
            while (now.MergedInto is { } into && !went.Contains(into) && links.Find(l => l.Appeal == into) is { } next)
            {
                went.Add(into);
                now = next;
            }

            var known = parts.FindIndex(p => p.Appeal == now.Appeal);
            if (known < 0)
            {
                parts.Add(new(no, now.Appeal, now.Category, now.Stage, went));
            }
            else
            {
                parts[known] = parts[known] with { Went = [.. parts[known].Went.Union(went)] };
            }
        }

        return parts;
    }

    private sealed record Link(ReportId Report, AppealId Appeal, DateTime Since, AppealId? Via, AppealId? MergedInto, string Category, Stage Stage);
}

/// <summary>One matter of a report.</summary>
/// <param name="No">From 1; it stays, whatever becomes of the others.</param>
/// <param name="Appeal">In which it is worked on now.</param>
/// <param name="Went">The appeals in which it was and is.</param>
public sealed record ReportPart(int No, AppealId Appeal, string Category, Stage Stage, IReadOnlyList<AppealId> Went);

/// <summary>The report has no such part.</summary>
public sealed record NoSuchPart() : NotValid("part");
