using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>One docket: what it is about, its tasks with their limits, who answers for it, its story, and the steps open to the viewer.</summary>
public sealed class ReadDocket(MinqingDb db, DocketActing acting, Chronicle chronicle, RuleBook rules, CountKind count, TimeProvider clock)
{
    public async Task<Result<DocketView>> RunAsync(Viewer viewer, DocketId id, CancellationToken ct)
    {
        if (await acting.LoadAsync(viewer, id, ct) is not { } docket)
        {
            return new NoSuchDocket();
        }

        var hand = viewer.HandAt(clock.Now());
        var profile = rules.For(docket.Path).Profile;
        var units = docket.Tasks.Select(t => t.Unit).Concat(docket.Answerables.Select(a => a.Unit)).Append(docket.OwnerUnit ?? default).Distinct().ToList();
        var people = docket.Answerables.Select(a => a.Person).Append(docket.OpenedBy).OfType<PersonId>().Distinct().ToList();
        var appeals = docket.Appeals.Select(a => a.Appeal).ToList();
        var cases = await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).OrderBy(a => a.ReceivedAt).ToListAsync(ct);
        var seen = cases.Where(viewer.Sees).Select(a => a.Words).ToList();
        var words = await db.Texts.AsNoTracking().Where(t => seen.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        return new DocketView(
            docket,
            docket.OpenTo(hand, profile.Governance.ConfirmedBy),
            await chronicle.ReadAsync([docket.Subject], ct),
            await db.Texts.AsNoTracking().Where(t => t.SubjectId == id.Value && t.SubjectKind == SubjectKind.Docket).ToDictionaryAsync(t => t.Id, t => t.Words, ct),
            await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct),
            await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Regions.AsNoTracking().Where(r => r.Id == docket.Region).Select(r => r.Name).FirstOrDefaultAsync(ct),
            docket.Category is { } category ? profile.CategoryOf(category).Name : null,
            [.. cases.Select(a => new DocketCase(a.Id, a.Address, a.Stage, viewer.Sees(a), PersonalData.Masked(words.GetValueOrDefault(a.Words))))],
            docket is { Kind: DocketKind.Governance, State: DocketState.Ended, Category: { } kind, EndedAt: { } ended } ? await count.RunAsync(docket.Path, kind, ended, ct) : null,
            hand.At);
    }
}

/// <summary>A docket as somebody sees it.</summary>
/// <param name="Recurred">How many reported the same kind again since a project ended; null for all else.</param>
public sealed record DocketView(
    Docket Docket,
    IReadOnlyList<DocketStep> Open,
    IReadOnlyList<ChronicleEntry> Story,
    IReadOnlyDictionary<Guid, string?> Texts,
    IReadOnlyDictionary<UnitId, string> Units,
    IReadOnlyDictionary<PersonId, string> People,
    string? Place,
    string? CategoryName,
    IReadOnlyList<DocketCase> Cases,
    int? Recurred,
    DateTime Now)
{
    public string? Text(Guid? id) => id is { } known ? Texts.GetValueOrDefault(known) : null;

    public Clock? Limit => Docket.Clocks.LastOrDefault(c => c.Kind == ClockKind.Docket);

    public Clock LimitOf(DocketTask task) => Docket.Clocks.Single(c => c.No == task.Clock);
}

/// <summary>An appeal that a docket is about; its address, words and page only for whoever may see it.</summary>
public sealed record DocketCase(AppealId Id, string Address, Stage Stage, bool Seen, string? Words);
