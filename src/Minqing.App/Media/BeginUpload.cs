using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Announces an upload that will come in pieces and may be resumed after the line was lost.</summary>
public sealed class BeginUpload(MinqingDb db, MediaKeys keys, TimeProvider clock)
{
    public async Task<Result<MediaId>> RunAsync(long size, Declared declared, string client, MediaLimits limits, CancellationToken ct)
    {
        if (size <= 0 || size > limits.Bytes)
        {
            return new MediaTooLarge(limits.Bytes);
        }

        var now = clock.Now();
        var row = new MediaRow { Id = new(Guid.CreateVersion7()), State = MediaState.Uploading, Size = size, Client = client, CreatedAt = now };
        row.Origin = MediaAcceptance.Sealed(new(null, null, declared.Point, declared.At), keys.Renew(row));
        db.Media.Add(row);
        await db.SaveChangesAsync(ct);
        return row.Id;
    }
}
