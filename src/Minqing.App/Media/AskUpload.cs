using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>From where to go on after the line was lost.</summary>
public sealed class AskUpload(MinqingDb db, UploadParts parts)
{
    public async Task<Result<UploadProgress>> RunAsync(MediaId id, CancellationToken ct)
    {
        if (await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.BoundAt == null, ct) is not { } row)
        {
            return new NoSuchMedia(id.Value);
        }

        if (row.State != MediaState.Uploading)
        {
            return UploadProgress.Of(row, row.Size);
        }

        return await parts.LengthAsync(id) is { } arrived ? UploadProgress.Of(row, arrived) : new UploadBusy();
    }
}
