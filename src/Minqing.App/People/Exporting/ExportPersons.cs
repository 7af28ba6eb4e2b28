using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.Storage;

namespace Minqing.App.People.Exporting;

/// <summary>Writes the people as the file that an import takes, numbers in full.</summary>
public sealed class ExportPersons(MinqingDb db)
{
    public async Task<int> RunAsync(Stream stream, CancellationToken ct)
    {
        var count = 0;
        await using var writer = new TableWriter(stream, PersonColumns.All);
        await foreach (var person in db.Persons.AsNoTracking().OrderBy(p => p.Code).AsAsyncEnumerable().WithCancellation(ct))
        {
            writer.Row(person.Code, person.Name, person.Phone);
            count++;
        }

        return count;
    }
}
