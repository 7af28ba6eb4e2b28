using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Tables;
using Minqing.App.People.Importing;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.People.Exporting;

/// <summary>Writes the shifts that have not ended as the file that an import takes.</summary>
public sealed class ExportRoster(MinqingDb db, TimeProvider clock)
{
    public async Task<int> RunAsync(Stream stream, CancellationToken ct)
    {
        var (count, now) = (0, clock.Now());
        var rows = db.Posts.AsNoTracking().Where(p => p.Until == null)
            .SelectMany(p => p.StandIns, (p, s) => new { p.Code, s.Person, s.Since, s.Until, s.Shift })
            .Where(s => s.Shift && s.Until > now)
            .Join(db.Persons, s => s.Person, p => p.Id, (s, p) => new { s.Code, Person = p.Code, s.Since, s.Until })
            .OrderBy(s => s.Code).ThenBy(s => s.Since);
        await using var writer = new TableWriter(stream, RosterColumns.All);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            writer.Row(row.Code, row.Person, Local(row.Since), Local(row.Until));
            count++;
        }

        return count;
    }

    private static string Local(DateTime at) => LocalTime.Of(at).ToString(RosterColumns.Format, CultureInfo.InvariantCulture);
}
