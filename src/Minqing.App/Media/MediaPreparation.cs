using Minqing.App.Media.Formats;
using Minqing.App.Media.Tools;
using Minqing.Domain.Kernel;
using Minqing.Storage.Media;

namespace Minqing.App.Media;

/// <summary>Makes an upload fit to be stored: type by content, metadata read and removed, limits kept, previews and playable voice made. A few at a time.</summary>
public sealed class MediaPreparation(MediaTools tools, MediaSettings settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim workers = new(settings.Workers);

    /// <summary>Waits for a free worker, then reads the bytes and works on them, so that few uploads stand in memory at once.</summary>
    public async Task<Result<PreparedMedia>> RunWhenFreeAsync(Func<CancellationToken, Task<byte[]>> read, MediaLimits limits, CancellationToken ct)
    {
        if (!await workers.WaitAsync(Patience, ct))
        {
            return new UploadBusy();
        }

        try
        {
            return await PrepareAsync(await read(ct), limits, ct);
        }
        finally
        {
            workers.Release();
        }
    }

    public async Task<Result<PreparedMedia>> PrepareAsync(byte[] bytes, MediaLimits limits, CancellationToken ct)
    {
        if (MediaFormats.Of(bytes) is not { } format)
        {
            return new MediaTypeNotTaken();
        }

        if (format.Kind == MediaKind.Voice)
        {
            return bytes.Length > limits.VoiceBytes ? new MediaTooLarge(limits.VoiceBytes) : await VoiceAsync(CleanMedia.From(format, bytes, orientation: 1), limits, ct);
        }

        return bytes.Length > limits.PhotoBytes ? new MediaTooLarge(limits.PhotoBytes) : await PhotoAsync(format, bytes, limits, ct);
    }

    public void Dispose() => workers.Dispose();

    private async Task<Result<PreparedMedia>> PhotoAsync(MediaFormat format, byte[] bytes, MediaLimits limits, CancellationToken ct)
    {
        var exif = Exif.Of(bytes);
        var clean = CleanMedia.From(format, bytes, exif.Orientation);
        if (clean is { Ok: true, Value.Format: MediaFormat.Heic } && Fits(clean.Value, limits))
        {
            if (!tools.Pictures)
            {
                return new HeicNotTaken();
            }

            clean = await tools.JpegAsync(bytes, ct) is { } jpeg ? CleanMedia.From(MediaFormat.Jpeg, jpeg, orientation: 1) : new MediaUnreadable("HEIC");
        }

        if (clean.Problem is { } problem)
        {
            return problem;
        }

        return !Fits(clean.Value, limits) ? new TooManyPixels(limits.Pixels)
            : await tools.PreviewAsync(clean.Value, ct) is { } previews ? new PreparedMedia(clean.Value, previews, exif)
            : new MediaUnreadable(format.ToString());
    }

    private async Task<Result<PreparedMedia>> VoiceAsync(Result<CleanMedia> read, MediaLimits limits, CancellationToken ct)
    {
        if (read.Problem is { } problem)
        {
            return problem;
        }

        var clip = read.Value;
        if (clip.Length > limits.Voice)
        {
            return new VoiceTooLong(limits.Voice);
        }

        var nothing = new Exif(null, null, 1);
        if (clip.Plays || !tools.Voice)
        {
            return new PreparedMedia(clip, [], nothing);
        }

        if (await tools.PlayableAsync(clip, ct) is not { } made || CleanMedia.From(MediaFormat.M4a, made, orientation: 1) is not { Ok: true } playable)
        {
            return new MediaUnreadable(clip.Format.ToString());
        }

        // browsers' recordings do not say how long they are; the copy does
        clip = clip with { Length = clip.Length ?? playable.Value.Length };
        return clip.Length > limits.Voice
            ? new VoiceTooLong(limits.Voice)
            : new PreparedMedia(clip, [new(MediaRole.Playable, playable.Value.Format.ContentType, playable.Value.Bytes)], nothing);
    }

    private static bool Fits(CleanMedia photo, MediaLimits limits) => (long)photo.Width!.Value * photo.Height!.Value <= limits.Pixels;
}
