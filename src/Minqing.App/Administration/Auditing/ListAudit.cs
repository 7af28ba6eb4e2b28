using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Administration.Auditing;

/// <summary>What the audit administrator reads: who saw a reporter's identity, opened an appeal, took a file away, changed posts or regions; the newest first, a page at a time. No appeal and no reporter is shown (P-12, P-15).</summary>
public sealed class ListAudit(MinqingDb db, AccessesAudited accesses)
{
    private const int Size = 50;
    private const int NamesakesAtMost = 50;

    /// <param name="person">Only what this person did: a name or a staff number, whole.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<AuditPage>> RunAsync(Viewer viewer, AuditKind kind, string? person, string? after, CancellationToken ct)
    {
        if (!viewer.May(Permission.ReadAudit))
            return new NotForYou(Permission.ReadAudit);

        var head = await db.TreeHeads.AsNoTracking().OrderByDescending(h => h.Size).Select(h => new { h.Size, h.At }).FirstOrDefaultAsync(ct);
        var people = Writing.Line(person) is { } sought ? await db.Persons.AsNoTracking().Where(p => p.Code == sought || p.Name == sought).OrderBy(p => p.Code).Take(NamesakesAtMost).Select(p => p.Id).ToListAsync(ct) : null;
        var (rows, next) = kind == AuditKind.Accesses ? await accesses.RowsAsync(viewer, people, after, ct) : await EntriesAsync(viewer, kind, people, after, ct);
        return new AuditPage(rows, next, head?.Size ?? 0, head?.At);
    }

    private async Task<(IReadOnlyList<AuditRow> Rows, string? Next)> EntriesAsync(Viewer viewer, AuditKind kind, List<PersonId>? people, string? after, CancellationToken ct)
    {
        var (all, before) = Guid.TryParse(after, out var id) ? (false, id) : (true, Guid.Empty);
        var of = Of(kind);
        if (people is not null)
            of = of.Where(j => j.Person != null && people.Contains(j.Person.Value));
        var read = await of.Where(j => all || j.Id < before).OrderByDescending(j => j.Id).Take(Size + 1).Select(j => new { j.Id, j.Body }).ToListAsync(ct);
        var entries = read.Take(Size).Select(r => (r.Id, Body: Facts.Parse(r.Body))).ToList();
        var about = await AboutAsync(kind, entries.ConvertAll(e => e.Body), ct);
        var shown = entries.Where(e => about.TryGetValue(e.Body.Id, out var where) && viewer.May(Permission.ReadAudit, where.Path)).ToList();
        return (await RowsAsync(shown.ConvertAll(e => (e.Id, e.Body, about[e.Body.Id])), ct), read.Count > Size ? read[Size - 1].Id.ToString() : null);
    }

    // The first condition is the one of the index that holds all but the work itself.
    private IQueryable<JournalRow> Of(AuditKind kind)
    {
        var apart = db.Journal.AsNoTracking().Where(j => j.SubjectKind != SubjectKind.Appeal && j.SubjectKind != SubjectKind.Report);
        return kind switch
        {
            AuditKind.Identities => apart.Where(j => j.SubjectKind == SubjectKind.Vault),
            AuditKind.Exports => apart.Where(j => j.SubjectKind == SubjectKind.LedgerExport),
            AuditKind.Posts => apart.Where(j => j.SubjectKind == SubjectKind.Post),
            AuditKind.Regions => apart.Where(j => j.SubjectKind == SubjectKind.Reorganisation),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    // What each is about, in words, and where that is: an export is where the unit sits that took it.
    private async Task<Dictionary<Guid, About>> AboutAsync(AuditKind kind, List<EntryBody> entries, CancellationToken ct)
    {
        var ids = entries.Select(e => e.Id).Distinct().ToList();
        switch (kind)
        {
            case AuditKind.Identities:
                var reports = ids.ConvertAll(i => new ReportId(i));
                return await db.Reports.AsNoTracking().Where(r => reports.Contains(r.Id)).Select(r => new { r.Id, r.Number, r.Path }).ToDictionaryAsync(r => r.Id.Value, r => new About(ReportNumber.Grouped(r.Number), r.Path), ct);
            case AuditKind.Posts:
                var posts = ids.ConvertAll(i => new PostId(i));
                return (await db.Posts.AsNoTracking().Where(p => posts.Contains(p.Id)).Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new { p.Id, p.Role, r.Name, r.Path }).ToListAsync(ct))
                    .ToDictionary(p => p.Id.Value, p => new About(p.Name, p.Path, p.Role));
            case AuditKind.Regions:
                var changes = ids.ConvertAll(i => new ReorganisationId(i));
                return await db.Reorganisations.AsNoTracking().Where(c => changes.Contains(c.Id)).Join(db.Regions, c => c.Region, r => r.Id, (c, r) => new { c.Id, c.OldName, c.NewName, r.Path }).ToDictionaryAsync(c => c.Id.Value, c => new About($"{c.OldName} → {c.NewName}", c.Path), ct);
            case AuditKind.Exports:
                var units = entries.Select(e => e.Actor.Unit).OfType<UnitId>().Distinct().ToList();
                var paths = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { u.Id, r.Path }).ToDictionaryAsync(u => u.Id, u => u.Path, ct);
                return entries.Where(e => e.Actor.Unit is { } unit && paths.ContainsKey(unit)).DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => new About("", paths[e.Actor.Unit!.Value]));
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    private async Task<IReadOnlyList<AuditRow>> RowsAsync(List<(Guid Id, EntryBody Body, About About)> entries, CancellationToken ct)
    {
        var steps = entries.ConvertAll(e => (e.Id, e.Body, e.About, Facts.Step(e.Body).Facts));
        var people = steps.SelectMany(s => s.Facts.Select(Concerned).Append(s.Body.Actor.Person)).OfType<PersonId>().Distinct().ToList();
        var units = steps.Select(s => s.Body.Actor.Unit).OfType<UnitId>().Distinct().ToList();
        var texts = steps.SelectMany(s => s.Body.Texts).Select(t => t.Id).ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var called = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var words = await db.Texts.AsNoTracking().Where(t => texts.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        string? Name(PersonId? person) => person is { } id ? names.GetValueOrDefault(id) : null;
        return [.. steps.Select(s => new AuditRow(
            s.Id, s.Body.At, s.Body.Step, s.Body.Actor, Name(s.Body.Actor.Person), s.Body.Actor.Unit is { } unit ? called.GetValueOrDefault(unit) : null,
            s.About.What, s.About.Role, s.Facts.Select(f => Name(Concerned(f))).FirstOrDefault(n => n is not null), s.Facts, s.Body.Texts.Select(t => words.GetValueOrDefault(t.Id)).FirstOrDefault(w => w is not null)))];
    }

    private sealed record About(string What, string Path, Role? Role = null);

    private static PersonId? Concerned(DomainEvent fact) => fact switch
    {
        PostTaken f => f.Person,
        StandInNamed f => f.Person,
        _ => null,
    };
}
