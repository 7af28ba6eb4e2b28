using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Removes uploads that no report named within a day, files of what was erased, and what crashes left behind. Runs by the schedule.</summary>
public sealed class CleanUnboundMedia(MinqingDb db, MediaStore store, UploadParts parts, EraseMedia erase, TimeProvider clock)
{
    private const int Batch = 500;
    private static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    /// <summary>Gives how many were removed.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.Now() - Keep;
        var removed = 0;
        while (await db.Media.AsNoTracking().Where(m => m.BoundAt == null && m.CreatedAt < before).OrderBy(m => m.CreatedAt).Take(Batch).ToListAsync(ct) is { Count: > 0 } old)
        {
            foreach (var row in old)
            {
                removed += await RemoveAsync(row, ct) ? 1 : 0;
            }
        }

        await erase.RemoveLeftoversAsync(ct);
        store.CleanWork(Keep);
        return removed;
    }

    // The row first: a report that binds it at this moment either finds none, or keeps it and its files.
    private async Task<bool> RemoveAsync(MediaRow row, CancellationToken ct)
    {
        if (await db.Media.Where(m => m.Id == row.Id && m.BoundAt == null).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }

        foreach (var file in row.Files)
        {
            store.Delete(file.Hash);
        }

        parts.Delete(row.Id);
        return true;
    }
}
