using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Importing;

/// <summary>Takes a file of shifts: puts people on the rosters of their posts, each with its journal entry. The same shift again changes nothing. All of it or, when one row is not usable, nothing.</summary>
public sealed class ImportRoster(MinqingDb db, PeopleCache cache, TimeProvider clock)
{
    private static readonly string[] Formats = [RosterColumns.Format, "yyyy/M/d H:mm", "yyyy-M-d H:mm", "yyyy-MM-ddTHH:mm"];

    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, Actor actor, bool dryRun, CancellationToken ct)
    {
        var read = Table.Read(file.Span, RosterColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems, by) = (read.Value, new RowProblems(read.Value), new By(actor, clock.Now()));
        var posts = await db.Posts.Where(p => p.Until == null).ToDictionaryAsync(p => p.Code, ct);
        var persons = await db.Persons.ToDictionaryAsync(p => p.Code, p => p.Id, ct);
        var leaves = posts.Values.Where(p => p.Holder is not null).SelectMany(p => p.StandIns.Where(s => !s.Shift && s.Person != p.Holder && s.Since < s.Until), (p, s) => (Holder: p.Holder!.Value, Leave: s)).ToLookup(x => x.Holder, x => x.Leave);
        var (added, same) = (0, 0);
        foreach (var row in table.Rows)
        {
            var (from, until) = (Instant(row, RosterColumns.From, problems), Instant(row, RosterColumns.Until, problems));
            var (post, person) = (posts.GetValueOrDefault(row[RosterColumns.Post]), persons.TryGetValue(row[RosterColumns.Person], out var id) ? id : (PersonId?)null);
            if (post is null)
                problems.Add(row, new CellNotUnderstood(RosterColumns.Post.Name, row[RosterColumns.Post]));
            if (person is null)
                problems.Add(row, new PersonUnknown(row[RosterColumns.Person]));
            if (from is not { } begins || until is not { } ends || post is null || person is not { } who)
                continue;
            if (post.StandIns.Any(s => s.Shift && s.Person == who && s.Since == begins && s.Until == ends))
                same++;
            else if ((Separation.Roles.Contains(post.Role) ? new AppointedOnServer()
                : leaves[who].FirstOrDefault(s => s.Since < ends && s.Until > begins) is { } away ? new StandInIsAway(away.Since, away.Until)
                : post.PutOnRoster(who, begins, ends, by)) is { } problem)
                problems.Add(row, problem);
            else
                added++;
        }

        if (problems.Any)
        {
            db.ChangeTracker.Clear();
            return problems.Refused;
        }

        return await db.SaveAsync<Post>(cache, table, [], added, same, dryRun, ct);
    }

    private static DateTime? Instant(Row row, Column column, RowProblems problems)
    {
        if (DateTime.TryParseExact(row[column], Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return LocalTime.ToUtc(DateOnly.FromDateTime(local), local.TimeOfDay);
        problems.Add(row, row[column].Length == 0 ? new CellMissing(column.Name) : new CellNotUnderstood(column.Name, row[column]));
        return null;
    }
}
