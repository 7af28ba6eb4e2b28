using Minqing.App.Kernel.Tables;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.People.Importing;

/// <summary>How every import of people, units and posts ends: saved with the stamp by which all nodes learn of it, or nothing in a dry run.</summary>
internal static class Saving
{
    public static async Task<Imported> SaveAsync<T>(this MinqingDb db, PeopleCache cache, Table table, IReadOnlyList<T> added, int changed, int same, bool dryRun, CancellationToken ct)
        where T : class
    {
        if (!dryRun && added.Count + changed > 0)
        {
            db.Set<T>().AddRange(added);
            await db.RestampAsync(Stamp.People, ct);
            await db.SaveChangesAsync(ct);
            cache.Changed();
        }

        db.ChangeTracker.Clear();
        return new(table.Rows.Count, added.Count, changed, same, 0, dryRun, table.Ignored);
    }
}
