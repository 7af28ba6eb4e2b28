using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Takes a photo or voice clip that comes in one piece, before the report that will name it.</summary>
public sealed class AddMedia(MinqingDb db, UploadParts parts, MediaAcceptance acceptance, TimeProvider clock)
{
    public async Task<Result<AddedMedia>> RunAsync(Stream body, Declared declared, string client, MediaLimits limits, CancellationToken ct)
    {
        var now = clock.Now();
        var row = new MediaRow { Id = new(Guid.CreateVersion7()), Client = client, CreatedAt = now };
        var arriving = MediaKey.New();
        try
        {
            var arrived = await parts.AppendAsync(row.Id, arriving, 0, body, limits.Bytes);
            ct.ThrowIfCancellationRequested();
            var problem = arrived.How switch
            {
                Arrival.TooLarge => new MediaTooLarge(limits.Bytes),
                Arrival.Whole => await acceptance.AcceptAsync(row, arriving, declared, limits, ct),
                Arrival.Broken or Arrival.Busy or Arrival.OtherOffset => new UploadBroken(0),
            };
            if (problem is not null)
            {
                return problem;
            }
        }
        finally
        {
            parts.Delete(row.Id);
        }

        db.Media.Add(row);
        await db.SaveChangesAsync(ct);
        return AddedMedia.Of(row);
    }
}
