using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Kernel;

/// <summary>Saves of which no trace may be left in the database's own files.</summary>
public static class Wiping
{
    /// <summary>Runs what destroys and saves. What it overwrites or removes is not readable in the files afterwards, as far as the database lets a program see to that.</summary>
    public static async Task<T> WipedAsync<T>(this MinqingDb db, Func<Task<T>> destroy, CancellationToken ct)
    {
        if (db.Dialect is not { BeginWipe: { } begin, EndWipe: { } end })
            return await destroy();

        // What is told to a connection counts for that connection.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlRawAsync(begin, ct);
            return await destroy();
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync(end, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
