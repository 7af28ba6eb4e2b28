using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Searching;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Merging;

/// <summary>Of which open appeals may this be the same? Those in like words first, whatever their category and in the neighbouring villages too; then those of its category in its village, newest first.</summary>
public sealed class ListMergeCandidates(MinqingDb db, FindSimilar similar)
{
    private const int Most = 12;
    private const int SegmentsOfAVillage = 5;

    public async Task<Result<IReadOnlyList<MergeCandidate>>> RunAsync(Viewer viewer, AppealId id, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it || !viewer.Sees(it.Appeal))
        {
            return new NoSuchAppeal();
        }

        var (own, area) = (it.Appeal, new RegionPath(string.Join('/', it.Appeal.Path.Split('/').Take(SegmentsOfAVillage)) + "/"));
        if (!viewer.May(Permission.JoinAppeals, own.Path, category: own.Category, sensitive: own.Sensitive))
        {
            return new NotForYou(Permission.JoinAppeals);
        }

        var (category, sensitive, began) = (own.Category, own.Sensitive, own.Words);
        var said = await db.Texts.AsNoTracking().Where(t => t.Id == began).Select(t => t.Words).FirstOrDefaultAsync(ct);
        // What both say is shown: it is looked for without personal data.
        var alike = (await similar.RunAsync(viewer, PersonalData.Masked(said), own.Path, ct)).ToDictionary(s => s.Appeal);
        var open = db.Appeals.AsNoTracking().Open().Where(a => a.Id != id && a.Sensitive == sensitive).SeenBy(db, viewer, sensitive);
        var near = await RowsAsync(open.Under(a => a.Path, area).Where(a => a.Category == category).OrderByDescending(a => a.ReceivedAt).Take(Most), ct);
        var elsewhere = alike.Keys.Except(near.Select(n => n.Row.Appeal)).ToList();
        var others = elsewhere.Count == 0 ? [] : (await RowsAsync(open.Where(a => elsewhere.Contains(a.Id)), ct)).Where(o => viewer.May(Permission.JoinAppeals, o.Path, category: o.Category, sensitive: sensitive));
        return near.Concat(others)
            .Select(c => alike.TryGetValue(c.Row.Appeal, out var found) ? (c.Row with { Shared = found.Shared }, found.Share) : (c.Row, Share: 0))
            .OrderByDescending(c => c.Share).ThenByDescending(c => c.Item1.ReceivedAt).Take(Most)
            .Select(c => c.Item1 with { Words = PersonalData.Masked(c.Item1.Words) }).ToList();
    }

    private async Task<List<(MergeCandidate Row, string Path, string Category)>> RowsAsync(IQueryable<Appeal> appeals, CancellationToken ct)
    {
        var rows = await appeals.Select(a => new
        {
            Row = new MergeCandidate(a.Id, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.ReceivedAt, db.ReportAppeals.Count(l => l.Appeal == a.Id)),
            a.Path,
            a.Category,
        }).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Row, r.Path, r.Category));
    }
}

/// <summary>An appeal that may be about the same.</summary>
/// <param name="Reports">How many reported it.</param>
public sealed record MergeCandidate(AppealId Appeal, string Address, string? Words, DateTime ReceivedAt, int Reports)
{
    /// <summary>What both say, where they are alike.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];
}
