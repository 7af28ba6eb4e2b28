using Minqing.App.Media.Formats;
using Minqing.Domain.Kernel;
using Minqing.Storage.Kernel;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Turns what has arrived of an upload into stored files and a filled row. The caller saves the row.</summary>
public sealed class MediaAcceptance(UploadParts parts, MediaStore store, MediaKeys keys, MediaPreparation preparation)
{
    /// <summary>Null when accepted. Either way the arrived bytes, which may still say where they were taken, are gone.</summary>
    public async Task<Problem?> AcceptAsync(MediaRow row, MediaKey arrived, Declared declared, MediaLimits limits, CancellationToken ct)
    {
        var prepared = await preparation.RunWhenFreeAsync(stop => parts.ReadAsync(row.Id, arrived, stop), limits, ct);
        if (prepared.Problem is { } problem)
        {
            if (problem is not UploadBusy)
            {
                parts.Delete(row.Id);
            }

            return problem;
        }

        await FillAsync(row, prepared.Value, declared, ct);
        parts.Delete(row.Id);
        return null;
    }

    private async Task FillAsync(MediaRow row, PreparedMedia prepared, Declared declared, CancellationToken ct)
    {
        var key = keys.Renew(row);
        var original = prepared.Original;
        (row.State, row.Kind, row.ContentType, row.Size) = (MediaState.Ready, original.Format.Kind, original.Format.ContentType, original.Bytes.Length);
        (row.Width, row.Height, row.Milliseconds) = (original.Width, original.Height, (int?)original.Length?.TotalMilliseconds);
        row.Origin = Sealed(new(prepared.Exif.Point, prepared.Exif.At, declared.Point, declared.At), key);
        IEnumerable<PreparedFile> files = [new(MediaRole.Original, row.ContentType, original.Bytes, original.Width, original.Height), .. prepared.Others];
        foreach (var file in files)
        {
            row.Add(new(file.Role, file.ContentType, file.Bytes.Length, file.Width, file.Height, await store.WriteAsync(file.Bytes, key, ct)));
        }
    }

    internal static byte[] Sealed(Origin origin, MediaKey key) => MediaSeal.Seal(System.Text.Encoding.UTF8.GetBytes(Facts.Write(origin)), key);

    internal static Origin Opened(byte[]? origin, MediaKey key) =>
        origin is null ? Origin.Unknown : Facts.Read<Origin>(System.Text.Encoding.UTF8.GetString(MediaSeal.Open(origin, key)));
}
