using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Appeals.Closing;

/// <summary>Makes uploaded photos the evidence of an appeal, in the save under way.</summary>
public sealed class Evidence(MinqingDb db, BindMedia bind)
{
    public async Task<Result<IReadOnlyList<MediaRef>>> OfAsync(IReadOnlyList<Guid>? ids, Deed deed, CancellationToken ct)
    {
        var bound = await BoundAsync(ids, deed, ct);
        return bound.Then<IReadOnlyList<MediaRef>>(list => [.. list.Select(m => m.Ref)]);
    }

    /// <summary>The same, with where and when they were taken.</summary>
    public Task<Result<IReadOnlyList<BoundMedia>>> BoundAsync(IReadOnlyList<Guid>? ids, Deed deed, CancellationToken ct) =>
        bind.RunAsync([.. (ids ?? []).Distinct().Select(id => new MediaId(id))], deed.Appeal.Subject, null, false, MediaLimits.Of(deed.Rules.Profile.Intake), ct);

    /// <summary>What they show besides what is on them.</summary>
    /// <param name="unshown">Why they do not show all that the category wants.</param>
    public async Task<Result<PhotosShow>> ShownAsync(IReadOnlyList<BoundMedia> bound, string? unshown, Deed deed, CancellationToken ct)
    {
        var why = Writing.Optional(unshown, "unshown");
        if (why.Problem is { } tooLong)
        {
            return tooLong;
        }

        var (reports, appeal) = (deed.Case.Reports.Select(r => r.Id.Value).ToList(), deed.Appeal.Id.Value);
        // What showed a result, this one or an earlier, is no photo of before.
        var results = bound.Select(m => m.Id).Concat(deed.Appeal.Rounds.SelectMany(r => r.Evidence).Select(id => new MediaId(id))).ToList();
        var before = await db.Media.AnyAsync(
            m => m.Kind == MediaKind.Photo && m.State == MediaState.Ready && !results.Contains(m.Id)
                && ((m.SubjectKind == SubjectKind.Report && reports.Contains(m.SubjectId!.Value)) || (m.SubjectKind == SubjectKind.Appeal && m.SubjectId == appeal)),
            ct);
        return new PhotosShow(before, [.. bound.Select(m => m.Origin.Point ?? m.Origin.DeclaredPoint).OfType<Point>()], why.Value);
    }
}
