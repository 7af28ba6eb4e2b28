using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.Importing;

/// <summary>Takes a file of posts and their holders: opens posts, appoints, ends; each with its journal entry. All of it or, when one row is not usable, nothing.</summary>
public sealed class ImportPosts(MinqingDb db, PeopleCache cache, TimeProvider clock)
{
    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, Actor actor, bool dryRun, CancellationToken ct)
    {
        var read = Table.Read(file.Span, PostColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems) = (read.Value, new RowProblems(read.Value));
        var rows = table.Rows.Select(row => PostRow.Read(row, problems)).Unique(r => r.Row, r => r.Code, problems);
        var refer = new KnownToPosts(
            await db.Units.Where(u => u.Until == null).ToDictionaryAsync(u => u.Code, u => u.Id, ct),
            await db.RegionsAsync(rows.Select(r => r.Region), ct),
            await db.Persons.ToDictionaryAsync(p => p.Code, p => p.Id, ct));
        var plan = new PostPlan(await db.Posts.ToDictionaryAsync(p => p.Code, ct), refer, table, new(actor, clock.Now()), problems);
        foreach (var row in rows)
            plan.Make(row);
        if (problems.Any)
        {
            db.ChangeTracker.Clear();
            return problems.Refused;
        }

        plan.RelieveWhoLeft();
        return await db.SaveAsync(cache, table, plan.Added, plan.Changed, plan.Same, dryRun, ct);
    }
}
