using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People.Importing;

/// <summary>Takes a file of people: adds them, corrects names and numbers. All of it or, when one row is not usable, nothing.</summary>
public sealed class ImportPersons(MinqingDb db, PeopleCache cache)
{
    public async Task<Result<Imported>> RunAsync(ReadOnlyMemory<byte> file, bool dryRun, CancellationToken ct)
    {
        var read = Table.Read(file.Span, PersonColumns.All);
        if (read.Problem is { } unreadable)
            return unreadable;

        var (table, problems) = (read.Value, new RowProblems(read.Value));
        var rows = table.Rows.Select(row => PersonRow.Read(row, problems)).Unique(r => r.Row, r => r.Code, problems);
        if (problems.Any)
            return problems.Refused;

        var known = await db.Persons.ToDictionaryAsync(p => p.Code, ct);
        var added = rows.Where(r => !known.ContainsKey(r.Code)).Select(r => new Person(new(Guid.CreateVersion7()), r.Code, r.Name, r.Phone)).ToList();
        // Without the column, numbers stay as they are.
        var changed = rows.Count(r => known.TryGetValue(r.Code, out var person) && person.Correct(r.Name, table.Has(PersonColumns.Phone) ? r.Phone : person.Phone));
        return await db.SaveAsync(cache, table, added, changed, rows.Count - added.Count - changed, dryRun, ct);
    }
}
