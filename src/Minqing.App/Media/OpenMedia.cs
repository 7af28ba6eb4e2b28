using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;

namespace Minqing.App.Media;

/// <summary>Opens a photo or clip for showing. Who may see the subject's media is decided before; that it is the subject's own, here.</summary>
public sealed class OpenMedia(MinqingDb db, MediaStore store, MediaKeys keys)
{
    /// <param name="role">The form wanted; the original where there is no such form.</param>
    public async Task<Result<OpenedMedia>> RunAsync(Subject subject, MediaId id, MediaRole role, DataKey? privately, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.SubjectId == subject.Id && m.SubjectKind == subject.Kind, ct) is not { } row)
        {
            return new NoSuchMedia(id.Value);
        }

        if (row.State == MediaState.Erased)
        {
            return new MediaErased(id.Value);
        }

        if (keys.Open(row, privately) is not { } key)
        {
            return new MediaSealed(id.Value);
        }

        var file = row.File(role);
        return store.Open(file.Hash, key) is { } content
            ? new OpenedMedia(content, file.ContentType, file.Hash, row.KeyVersion is null, MediaAcceptance.Opened(row.Origin, key))
            : new NoSuchMedia(id.Value);
    }
}

/// <summary>The bytes in the clear, readable from any position. Whoever shows them disposes them.</summary>
public sealed record OpenedMedia(Stream Content, string ContentType, string Hash, bool Private, Origin Origin) : IDisposable
{
    public void Dispose() => Content.Dispose();
}
