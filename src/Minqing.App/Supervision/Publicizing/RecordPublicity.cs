using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Publicizing;

/// <summary>Writes down a drive or a training, or sends an anonymised case to units: whatever of a case could be somebody's own is masked once more, whoever wrote it (S-09).</summary>
public sealed class RecordPublicity(MinqingDb db, FindAppeals find, TimeProvider clock)
{
    private const int LongestTitle = 100;
    private const int Most = 1_000_000;
    private const int UnitsAtMost = 200;
    private const int VillagesAtMost = 1000;

    public async Task<Result<PublicityId>> RunAsync(Viewer viewer, PublicityForm form, CancellationToken ct)
    {
        if (viewer.Posts.FirstOrDefault(p => p.Reaches(Permission.KeepPublicity).Any()) is not { } post)
        {
            return new NotForYou(Permission.KeepPublicity);
        }

        var now = clock.Now();
        var today = LocalTime.DayOf(now);
        var story = form.Kind == PublicityKind.TypicalCase;
        var (title, words) = (Writing.Required(story ? PersonalData.Masked(form.Title ?? "") : form.Title, "title", LongestTitle), Writing.Required(story ? PersonalData.Masked(form.Words ?? "") : form.Words, "words"));
        if ((title.Problem ?? words.Problem ?? Wrong(form, today)) is { } problem)
        {
            return problem;
        }

        var appeal = story ? await CaseAsync(viewer, form.Appeal, ct) : default;
        var units = await UnitsAsync(post, form.Units ?? [], ct);
        if ((appeal.Problem ?? (story && units.Count == 0 ? new Missing("units") : null)) is { } unusable)
        {
            return unusable;
        }

        var villages = form.Kind == PublicityKind.Drive ? await VillagesAsync(post, form.Villages ?? [], ct) : [];
        var it = Publicity.Record(
            new(Guid.CreateVersion7()),
            new(form.Kind, post.Region, post.Path, form.Day ?? today, title.Value.Id, words.Value.Id, form.People ?? 0, form.Codes ?? 0, form.Messages ?? 0, units, appeal.Id, villages),
            [title.Value, words.Value], new(viewer.As(post), now));
        db.Publicity.Add(it);
        await db.SaveChangesAsync(ct);
        return it.Id;
    }

    private static Problem? Wrong(PublicityForm form, DateOnly today) =>
        form.Day > today ? new PublicityDayNotUsable()
        : form.People is < 0 or >= Most ? new CountNotUsable("people")
        : form.Codes is < 0 or >= Most ? new CountNotUsable("codes")
        : form.Messages is < 0 or >= Most ? new CountNotUsable("messages")
        : null;

    private async Task<(AppealId? Id, Problem? Problem)> CaseAsync(Viewer viewer, string? typed, CancellationToken ct)
    {
        var found = await find.RunAsync(viewer, typed, ct);
        return found.Problem is { } no ? (null, no)
            : found.Value is not [var one] ? (null, new Missing("appeal"))
            : one.Sensitive || one.ClosedAt is null ? (null, new CaseNotUsable())
            : (one.Id, null);
    }

    // Villages of the area of whoever was there.
    private async Task<IReadOnlyList<Guid>> VillagesAsync(HeldPost post, IReadOnlyList<string> codes, CancellationToken ct)
    {
        var wanted = codes.Distinct().Take(VillagesAtMost).ToList();
        var there = await db.Regions.AsNoTracking().Where(r => r.Level == RegionLevel.Village && r.ClosedOn == null && wanted.Contains(r.Code)).Select(r => new { r.Id, r.Path }).ToListAsync(ct);
        return [.. there.Where(r => r.Path.StartsWith(post.Path, StringComparison.Ordinal)).Select(r => r.Id.Value).Order()];
    }

    // Units of the area of whoever sends it.
    private async Task<IReadOnlyList<Guid>> UnitsAsync(HeldPost post, IReadOnlyList<Guid> wanted, CancellationToken ct)
    {
        var ids = wanted.Take(UnitsAtMost).Select(u => new UnitId(u)).ToList();
        var there = await db.Units.AsNoTracking().Where(u => u.Until == null && ids.Contains(u.Id)).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Id, r.Path }).ToListAsync(ct);
        return [.. there.Where(u => u.Path.StartsWith(post.Path, StringComparison.Ordinal)).Select(u => u.Id.Value).Order()];
    }
}

/// <summary>What somebody fills in. Of a case, the number of a report and the units that get it.</summary>
public sealed record PublicityForm
{
    public PublicityKind Kind { get; set; }

    public DateOnly? Day { get; set; }

    public string? Title { get; set; }

    public string? Words { get; set; }

    public int? People { get; set; }

    public int? Codes { get; set; }

    public int? Messages { get; set; }

    public string? Appeal { get; set; }

    public List<Guid>? Units { get; set; }

    /// <summary>The division codes of the villages that a drive reached.</summary>
    public List<string>? Villages { get; set; }
}
