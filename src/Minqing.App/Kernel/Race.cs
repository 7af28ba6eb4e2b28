using Microsoft.EntityFrameworkCore;
using Minqing.Storage;

namespace Minqing.App.Kernel;

/// <summary>Work on rows that others change at the same time.</summary>
public static class Race
{
    /// <summary>Runs what loads, decides and saves; where another saved first, once more from the beginning, on what stands then.</summary>
    /// <exception cref="DbUpdateException">Another was first in each of the <paramref name="tries"/>, or it was no race.</exception>
    public static async Task<T> RacedAsync<T>(this MinqingDb db, Func<Task<T>> once, int tries = 5)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await once();
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure) && attempt < tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
