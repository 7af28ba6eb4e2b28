using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Auditing;

/// <summary>Which appeals were opened by whom, a line a day for each, the newest first (S-11): the number of the report, and nothing of what stands in it.</summary>
public sealed class AccessesAudited(MinqingDb db)
{
    private const int Size = 50;
    private const string Step = "open-appeal";

    /// <param name="people">Only these; null for everybody.</param>
    internal async Task<(IReadOnlyList<AuditRow> Rows, string? Next)> RowsAsync(Viewer viewer, List<PersonId>? people, string? after, CancellationToken ct)
    {
        var accesses = db.AppealAccesses.AsNoTracking();
        if (people is not null)
            accesses = accesses.Where(a => people.Contains(a.Person));
        if (Read(after) is { } before)
            accesses = accesses.Where(a => a.FirstAt <= before.At && (a.FirstAt < before.At || a.Appeal < before.Appeal || (a.Appeal == before.Appeal && a.Person < before.Person)));
        var read = await accesses.OrderByDescending(a => a.FirstAt).ThenByDescending(a => a.Appeal).ThenByDescending(a => a.Person).Take(Size + 1).ToListAsync(ct);
        var (shown, next) = (read.Take(Size).ToList(), read.Count > Size ? read[Size - 1] : null);
        return (await ShownAsync(viewer, shown, ct), next is null ? null : $"{next.FirstAt.Ticks:x}.{next.Appeal.Value:N}.{next.Person.Value:N}");
    }

    // Where an appeal has several reports, the number is that of its first.
    private async Task<IReadOnlyList<AuditRow>> ShownAsync(Viewer viewer, List<AppealAccess> read, CancellationToken ct)
    {
        var (appeals, people, posts) = (read.ConvertAll(a => a.Appeal), read.ConvertAll(a => a.Person), read.ConvertAll(a => a.Post));
        var paths = await db.Appeals.AsNoTracking().Where(a => appeals.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Path, ct);
        var numbers = await db.Reports.AsNoTracking().Where(r => appeals.Contains(r.Appeal)).GroupBy(r => r.Appeal).Select(g => new { g.Key, Number = g.Min(r => r.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, ct);
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var held = await db.Posts.AsNoTracking().Where(p => posts.Contains(p.Id)).Join(db.Units, p => p.Unit, u => u.Id, (p, u) => new { p.Id, p.Role, Unit = u.Id, u.Name }).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. from access in read
               where paths.TryGetValue(access.Appeal, out var path) && viewer.May(Permission.ReadAudit, path)
               let post = held.GetValueOrDefault(access.Post)
               select new AuditRow(
                   access.Appeal.Value, access.FirstAt, Step, new Actor("staff", access.Person, access.Post, post?.Unit, post?.Role.Name()), names.GetValueOrDefault(access.Person), post?.Name,
                   numbers.GetValueOrDefault(access.Appeal) is { } number ? ReportNumber.Grouped(number) : "", null, null, [], null, access.Times),
        ];
    }

    private static (DateTime At, AppealId Appeal, PersonId Person)? Read(string? after) =>
        after?.Split('.') is [var ticks, var appeal, var person] && Kernel.Cursor.Read($"{ticks}.{appeal}") is { } cursor && Guid.TryParseExact(person, "N", out var known)
            ? (cursor.At, new(cursor.Id), new(known))
            : null;
}
