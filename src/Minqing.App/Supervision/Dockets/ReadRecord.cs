using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Everything of one appeal for an inspector: each entry of its journal and its reports', unabridged, who opened it, and who opened the reporter's identity, when, what for (S-11).</summary>
public sealed class ReadRecord(MinqingDb db, Chronicle chronicle, TimeProvider clock)
{
    private const int AccessesAtOnce = 50;

    /// <param name="after">The cursor of the accesses before.</param>
    public async Task<Result<AppealRecord>> RunAsync(Viewer viewer, AppealId id, string? after, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it || !viewer.May(Permission.Inspect, it.Appeal.Path, it.Appeal.Orders.Select(o => o.Unit), it.Appeal.Category, it.Appeal.Sensitive) || !viewer.Sees(it.Appeal))
        {
            return new NoSuchAppeal();
        }

        await db.NoteAccessAsync(viewer, it.Appeal, clock.Now(), ct);
        var story = await chronicle.ReadAsync([it.Appeal.Subject, .. it.Reports.Select(r => r.Subject)], ct);
        var vault = await chronicle.ReadAsync([.. it.Reports.Select(r => new Subject(SubjectKind.Vault, r.Id.Value))], ct);
        var hashes = await db.Journal.AsNoTracking().Of([it.Appeal.Subject, .. it.Reports.Select(r => r.Subject)]).Select(j => new { j.SubjectId, j.At, j.Step, j.Seq, j.Leaf }).ToListAsync(ct);
        var accesses = await AccessesAsync(id, Cursor.Read(after), ct);
        return new AppealRecord(
            it.Appeal, [.. it.Reports.Select(r => r.Number)], story, [.. vault.Where(e => e.Facts.OfType<IdentityOpened>().Any())],
            hashes.Count(h => h.Leaf is not null), hashes.Count,
            [.. it.Appeal.Clocks.Concat(it.Reports.SelectMany(r => r.Clocks)).OrderBy(c => c.StartAt)],
            [.. accesses.Take(AccessesAtOnce).Select(a => a.Shown)],
            accesses.Count > AccessesAtOnce ? new Cursor(accesses[AccessesAtOnce - 1].Shown.LastAt, accesses[AccessesAtOnce - 1].Person.Value).Text : null);
    }

    // One person has one line a day, so no two of theirs have the same last instant.
    private async Task<List<(PersonId Person, Access Shown)>> AccessesAsync(AppealId id, Cursor? after, CancellationToken ct)
    {
        var accesses = db.AppealAccesses.AsNoTracking().Where(a => a.Appeal == id);
        if (after is { At: var at } && new PersonId(after.Id) is var last)
        {
            accesses = accesses.Where(a => a.LastAt <= at && (a.LastAt < at || a.Person < last));
        }

        var rows = await (
            from access in accesses
            join person in db.Persons on access.Person equals person.Id
            join post in db.Posts on access.Post equals post.Id
            join unit in db.Units on post.Unit equals unit.Id
            orderby access.LastAt descending, access.Person descending
            select new { access.Person, Shown = new Access(unit.Name, post.Role, person.Name, access.FirstAt, access.LastAt, access.Times) }).Take(AccessesAtOnce + 1).ToListAsync(ct);
        return rows.ConvertAll(r => (r.Person, r.Shown));
    }
}

/// <summary>An appeal laid open.</summary>
/// <param name="Sealed">How many of its entries stand under a signed tree head.</param>
/// <param name="Accesses">Who of staff opened it, a line a day for each, the latest first.</param>
/// <param name="Earlier">Where the next of them begin; null at the end.</param>
public sealed record AppealRecord(
    Appeal Appeal, IReadOnlyList<string> Numbers, IReadOnlyList<ChronicleEntry> Story, IReadOnlyList<ChronicleEntry> Openings, int Sealed, int Entries, IReadOnlyList<Clock> Clocks, IReadOnlyList<Access> Accesses, string? Earlier);

/// <summary>Somebody opened an appeal on a day.</summary>
public sealed record Access(string Unit, Role Role, string Person, DateTime FirstAt, DateTime LastAt, int Times);
