using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Merging;

/// <summary>Open appeals of the same category in the same village, newest first: of which of them may this be the same?</summary>
public sealed class ListMergeCandidates(MinqingDb db)
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

        var (category, sensitive) = (own.Category, own.Sensitive);
        var found = await db.Appeals.AsNoTracking().Open().Under(a => a.Path, area)
            .Where(a => a.Id != id && a.Category == category && a.Sensitive == sensitive).SeenBy(db, viewer, sensitive)
            .OrderByDescending(a => a.ReceivedAt).Take(Most)
            .Select(a => new MergeCandidate(a.Id, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.ReceivedAt, db.ReportAppeals.Count(l => l.Appeal == a.Id)))
            .ToListAsync(ct);
        return found.ConvertAll(c => c with { Words = PersonalData.Masked(c.Words) });
    }
}

/// <summary>An appeal that may be about the same.</summary>
/// <param name="Reports">How many reported it.</param>
public sealed record MergeCandidate(AppealId Appeal, string Address, string? Words, DateTime ReceivedAt, int Reports);
