using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Intake;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Media;

namespace Minqing.App.Appeals.Splitting;

/// <summary>A report tells of several matters: one of them becomes an appeal of its own, with the words about it, given to whoever has such a matter first (I-34). Merged back, it is undone.</summary>
public sealed class SplitAppeal(Acting acting, MinqingDb db, CaseMedia media)
{
    /// <param name="report">Whose words they are, where there are several; null for the first.</param>
    /// <param name="words">Of what the reporter said, that which is about the other matter.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, string? words, string? category, string? seen, CancellationToken ct) =>
        RunAsync(viewer, id, report, words, category, [], seen, ct);

    /// <param name="taken">The photos and clips that go with it; those that stay are not seen there, nor these here.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, ReportId? report, string? words, string? category, IReadOnlyList<Guid> taken, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d =>
        {
            if (category is null || d.Rules.Profile.Categories.All(c => c.Code != category))
            {
                return category is null ? new Missing("categoryCode") : new UnknownCategory(category);
            }

            var said = await WordsAsync(d, words, ct);
            if (said.Problem is { } no)
            {
                return no;
            }

            var shown = taken.Count == 0 ? [] : (await media.ListAsync(d.Case, ct))[d.Report.Id].Select(m => m.Id).ToHashSet();
            List<MediaId> gone = [.. taken.Distinct().Select(m => new MediaId(m))];
            return gone.TrueForAll(shown.Contains) ? Part(d, said.Value, gone, category) : new MediaNotOfThisPart();
        }, ct, report);

    private Problem? Part(Deed d, PartWords words, IReadOnlyList<MediaId> taken, string category)
    {
        var (appeal, profile) = (d.Appeal, d.Rules.Profile);
        var others = d.Where with { Units = [.. d.Where.Units.Where(u => !appeal.IsAbout(u.Id))] };
        if ((appeal.Disclosure ? FirstUnit.ForDisclosure(others, profile) : FirstUnit.Of(others, profile, category)) is not { } first)
        {
            return new PlaceNotServed();
        }

        var (id, kind) = (new AppealId(Guid.CreateVersion7()), profile.CategoryOf(category));
        var accepted = new AppealAccepted(
            d.Report.Id, appeal.Place, appeal.LocalDay, words.Part.Id, category, appeal.Disclosure ? Intent.Disclosure : kind.Intent, kind.Urgency, appeal.Desk, profile.Id, profile.Version);
        var part = appeal.Split(id, d.Report, words.Part, words.Rest, taken, (by, origin) => first.Begin(id, accepted, d.Rules, by, origin), d.Hand, d.Rules);
        if (part.Problem is { } no)
        {
            return no;
        }

        db.Appeals.Add(part.Value);
        db.ReportAppeals.Add(new ReportAppeal { Report = d.Report.Id, Appeal = id, Since = d.Hand.At });
        return null;
    }

    // The words of the appeal where they are this reporter's, else all that this reporter said.
    private async Task<Result<PartWords>> WordsAsync(Deed d, string? words, CancellationToken ct)
    {
        var (own, report) = (d.Appeal.Words, d.Report);
        var texts = await db.Texts.AsNoTracking().Where(t => (t.Id == own || t.Id == report.Words) && t.SubjectId == report.Id.Value).ToListAsync(ct);
        var spoke = await db.Media.AnyAsync(m => m.SubjectId == report.Id.Value && m.Kind == MediaKind.Voice, ct);
        return texts.Find(t => t.Id == own) is { } here ? PartWords.Of(words, here.Words, spoke)
            : PartWords.Of(words, texts.Find(t => t.Id == report.Words)?.Words, spoke) is { Ok: true } all ? all.Value with { Rest = null }
            : PartWords.Of(words, texts.Find(t => t.Id == report.Words)?.Words, spoke);
    }
}
