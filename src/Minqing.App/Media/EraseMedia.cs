using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Destroys the photos and recordings of one subject: their keys in the save under way, their files once that is saved. Each file is one report's own, so no other loses any.</summary>
public sealed class EraseMedia(MinqingDb db, MediaStore store)
{
    private const int Batch = 500;

    /// <summary>Nothing opens them any more once the caller has saved.</summary>
    public Task<IReadOnlyList<MediaId>> DestroyAsync(Subject subject, CancellationToken ct) => DestroyAsync(subject, [], ct);

    /// <param name="kept">Photos that belong to something else that goes on.</param>
    public async Task<IReadOnlyList<MediaId>> DestroyAsync(Subject subject, IReadOnlyCollection<MediaId> kept, CancellationToken ct)
    {
        var rows = await db.Media.Where(m => m.SubjectId == subject.Id && m.SubjectKind == subject.Kind && m.State == MediaState.Ready && !(m.Kind == MediaKind.Photo && kept.Contains(m.Id))).ToListAsync(ct);
        foreach (var row in rows)
            (row.State, row.Key, row.Origin) = (MediaState.Erased, [], null);
        return [.. rows.Select(r => r.Id)];
    }

    /// <summary>Removes the files of what was erased in a subject.</summary>
    public async Task RemoveFilesAsync(Subject subject, CancellationToken ct) =>
        await RemoveAsync(db.Media.Where(m => m.SubjectId == subject.Id && m.SubjectKind == subject.Kind), ct);

    /// <summary>Removes what is left where an erasure was stopped before it came to the files.</summary>
    public async Task RemoveLeftoversAsync(CancellationToken ct)
    {
        while (await RemoveAsync(db.Media, ct) > 0)
        {
        }
    }

    private async Task<int> RemoveAsync(IQueryable<MediaRow> among, CancellationToken ct)
    {
        var rows = await among.Where(m => m.State == MediaState.Erased && m.Files.Any()).OrderBy(m => m.Id).Take(Batch).ToListAsync(ct);
        foreach (var row in rows)
        {
            foreach (var file in row.Files)
                store.Delete(file.Hash);
            row.Drop();
        }

        await db.SaveChangesAsync(ct);
        return rows.Count;
    }
}
