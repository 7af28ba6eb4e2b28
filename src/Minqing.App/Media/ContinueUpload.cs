using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Takes the next piece of an upload; with the last one the whole is looked at and stored. The same piece again does no harm.</summary>
public sealed class ContinueUpload(MinqingDb db, UploadParts parts, MediaKeys keys, MediaAcceptance acceptance)
{
    public async Task<Result<UploadProgress>> RunAsync(MediaId id, long offset, Stream body, MediaLimits limits, CancellationToken ct)
    {
        if (await db.Media.SingleOrDefaultAsync(m => m.Id == id && m.BoundAt == null, ct) is not { } row)
        {
            return new NoSuchMedia(id.Value);
        }

        if (row.State != MediaState.Uploading)
        {
            return UploadProgress.Of(row, row.Size);
        }

        var key = keys.Open(row)!.Value;
        var arrived = await parts.AppendAsync(id, key, offset, body, row.Size);
        return arrived.How switch
        {
            Arrival.Busy => new UploadBusy(),
            Arrival.TooLarge => new MediaTooLarge(row.Size),
            Arrival.Broken => new UploadBroken(arrived.Offset),
            Arrival.OtherOffset when arrived.Offset < row.Size => new OtherOffset(arrived.Offset),
            Arrival.Whole or Arrival.OtherOffset => arrived.Offset < row.Size ? UploadProgress.Of(row, arrived.Offset) : await FinishAsync(row, key, limits, ct),
        };
    }

    private async Task<Result<UploadProgress>> FinishAsync(MediaRow row, MediaKey key, MediaLimits limits, CancellationToken ct)
    {
        var stated = MediaAcceptance.Opened(row.Origin, key);
        var problem = await acceptance.AcceptAsync(row, key, new(stated.DeclaredPoint, stated.DeclaredAt), limits, ct);
        if (problem is UploadBusy)
        {
            return problem;
        }

        if (problem is not null)
        {
            (row.State, row.Refusal) = (MediaState.Refused, problem.GetType().Name);
        }

        await db.SaveChangesAsync(ct);
        return problem is null ? UploadProgress.Of(row, row.Size) : problem;
    }
}
