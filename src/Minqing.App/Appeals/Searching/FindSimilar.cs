using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Searching;

namespace Minqing.App.Appeals.Searching;

/// <summary>Appeals that may be about the same: in the same area, open or of the last thirty days, in similar words (N-03). It shows and says why; joining them is a person's decision.</summary>
public sealed class FindSimilar(MinqingDb db, CommonWords common, TimeProvider clock)
{
    private const int ReadAtMost = 600;
    private const int LookedAt = 40;
    private const int ShownAtMost = 6;
    private const int Days = 30;
    private const int FewestWords = 2;
    private const double Alike = 0.2;
    private const double Same = 0.5;

    /// <param name="path">Where it is; null looks in all that the viewer sees.</param>
    public async Task<IReadOnlyList<SimilarAppeal>> RunAsync(Viewer viewer, string? text, string? path, CancellationToken ct)
    {
        var words = Bigrams.Of(text ?? "");
        var scope = viewer.Scope(Permission.SeeAppeal);
        if (words.Count < FewestWords || scope.IsEmpty)
        {
            return [];
        }

        var likely = (await LikelyAsync(words, AreaOf(path, scope), Alike, ct)).ToDictionary(r => r.Report);
        return likely.Count == 0 ? [] : await ShownAsync(likely, db.Appeals.AsNoTracking().InSightOf(db, viewer), path, ct);
    }

    /// <summary>What was closed there since, said in much the same words; whoever may see it. For the program's own look-out.</summary>
    public async Task<IReadOnlyList<AppealId>> ClosedAsync(string? text, string path, DateTime since, CancellationToken ct)
    {
        var words = Bigrams.Of(PersonalData.Masked(text ?? ""));
        var ids = words.Count < FewestWords ? [] : (await LikelyAsync(words, Township(path), Same, ct)).Select(r => r.Report).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var closed = await (
            from link in db.ReportAppeals.AsNoTracking()
            where ids.Contains(link.Report)
            join appeal in db.Appeals on link.Appeal equals appeal.Id
            where appeal.ClosedAt >= since
            select new { appeal.Id, appeal.Path }).ToListAsync(ct);
        return [.. closed.Where(c => Near(path, c.Path)).Select(c => c.Id).Distinct()];
    }

    private async Task<IEnumerable<(ReportId Report, IReadOnlyList<string> Words, double Share)>> LikelyAsync(IReadOnlyList<string> words, string? area, double least, CancellationToken ct)
    {
        var rare = await common.RarestAsync(db, words, ct);
        var rows = await db.NewestAsync(area, rare, ReadAtMost, ct);
        return rows.Select(r => (r.Report, Shared: Shared(words, r))).Select(r => (r.Report, r.Shared.Words, r.Shared.Share)).Where(r => r.Share >= least && r.Words.Count >= FewestWords)
            .OrderByDescending(r => r.Share).Take(LookedAt);
    }

    private async Task<IReadOnlyList<SimilarAppeal>> ShownAsync(Dictionary<ReportId, (ReportId, IReadOnlyList<string> Words, double Share)> likely, IQueryable<Appeal> appeals, string? path, CancellationToken ct)
    {
        var (ids, since) = (likely.Keys.ToList(), clock.Now().AddDays(-Days));
        var found = await (
            from link in db.ReportAppeals.AsNoTracking()
            where ids.Contains(link.Report)
            join report in db.Reports on link.Report equals report.Id
            join appeal in appeals on link.Appeal equals appeal.Id
            where appeal.MergedInto == null && report.ErasedAt == null && (appeal.ReceivedAt >= since || !Appeal.Ends.Contains(appeal.Stage))
            select new
            {
                link.Report,
                appeal.Id,
                // Where it was split, those who see one part read the words about that one.
                Words = db.Texts.Where(t => t.Id == appeal.Words && t.SubjectId == (Guid)(object)report.Id).Select(t => t.Words).FirstOrDefault() ?? db.Texts.Where(t => t.Id == report.Words).Select(t => t.Words).FirstOrDefault(),
                report.Address,
                appeal.Path,
                appeal.Stage,
                report.ReceivedAt,
                report.Number,
            }).ToListAsync(ct);
        return
        [
            .. found.Select(f => new SimilarAppeal(f.Id, f.Number, PersonalData.Masked(f.Words ?? ""), f.Address, f.Stage, f.ReceivedAt, path is not null && Near(path, f.Path), Together(likely[f.Report].Words), likely[f.Report].Share))
                .OrderByDescending(s => s.Share + (s.SamePlace ? 0.2 : 0)).ThenByDescending(s => s.ReceivedAt).DistinctBy(s => s.Appeal).Take(ShownAtMost),
        ];
    }

    // Half of it how much the two have in common, half how much of the shorter is in the longer: somebody is still typing.
    private static (IReadOnlyList<string> Words, double Share) Shared(IReadOnlyList<string> typed, SearchText row)
    {
        var theirs = row.Tokens.Split(' ').Where(t => t[0] != 'p' || t.Length < 7).ToHashSet();
        var shared = typed.Where(theirs.Contains).ToList();
        var (common, fewer) = (2.0 * shared.Count / (typed.Count + theirs.Count), (double)shared.Count / Math.Max(FewestWords + 1, Math.Min(typed.Count, theirs.Count)));
        return (shared, (common + fewer) / 2);
    }

    // The township of the place, so that the neighbouring village is looked at too; without a place the one area that is seen.
    private static string? AreaOf(string? path, Scope scope) =>
        path is not null ? Township(path)
        : scope.Reaches is [{ Area: { } area }] ? SearchText.Area(area.Value)
        : null;

    private static string? Township(string path) => new RegionPath(path).Lineage().Select(p => SearchText.Area(p.Value)).OfType<string>().Take(2).LastOrDefault();

    private static bool Near(string path, string other) => path.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(path, StringComparison.Ordinal);

    // 井盖 and 盖坏 are said as 井盖坏.
    private static List<string> Together(IReadOnlyList<string> words)
    {
        var said = new List<string>();
        foreach (var word in words)
        {
            if (said.Count > 0 && word.Length == 2 && said[^1][^1] == word[0])
                said[^1] += word[1];
            else
                said.Add(word);
        }

        return [.. said.OrderByDescending(s => s.Length).Take(4)];
    }
}

/// <summary>An appeal that may be about the same, and why it is shown.</summary>
/// <param name="SamePlace">One lies within the other.</param>
/// <param name="Shared">What both say.</param>
/// <param name="Share">How alike, 0 to 1.</param>
public sealed record SimilarAppeal(AppealId Appeal, string Number, string Words, string Address, Stage Stage, DateTime ReceivedAt, bool SamePlace, IReadOnlyList<string> Shared, double Share);
