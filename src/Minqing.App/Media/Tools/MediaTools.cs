using Microsoft.Extensions.Logging;
using Minqing.App.Media.Formats;
using Minqing.Storage.Media;

namespace Minqing.App.Media.Tools;

/// <summary>The outside programs that make previews and playable voice. Either may be missing: then originals are shown and played as they are.</summary>
public sealed partial class MediaTools(MediaSettings settings, ILogger<MediaTools> log)
{
    private const int LargeSide = 1600;
    private const int SmallSide = 320;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string? vips = Tool.Find(settings.VipsThumbnail);
    private readonly string? ffmpeg = Tool.Find(settings.Ffmpeg);

    /// <summary>Whether previews are made, and HEIC photos read.</summary>
    public bool Pictures => vips is not null;

    /// <summary>Whether voice is made playable everywhere.</summary>
    public bool Voice => ffmpeg is not null;

    /// <summary>The previews of a clean photo; empty without the tool; null when the tool cannot read the photo.</summary>
    public async Task<IReadOnlyList<PreparedFile>?> PreviewAsync(CleanMedia photo, CancellationToken ct)
    {
        if (vips is null)
        {
            return [];
        }

        using var bench = new Workbench();
        await bench.PutAsync("in", photo.Bytes, ct);
        var large = photo.Width > LargeSide || photo.Height > LargeSide;
        if (large && await ThumbnailAsync(bench, "in", "large.jpg", LargeSide, ct) != ToolRun.Done)
        {
            return null;
        }

        if (await ThumbnailAsync(bench, large ? "large.jpg" : "in", "small.jpg", SmallSide, ct) != ToolRun.Done)
        {
            return null;
        }

        var small = await TakeAsync(bench, "small.jpg", MediaRole.Small, ct);
        return large ? [await TakeAsync(bench, "large.jpg", MediaRole.Large, ct), small] : [small];
    }

    /// <summary>A JPEG of an iPhone's HEIC, upright; null when the tool cannot read it.</summary>
    public async Task<byte[]?> JpegAsync(byte[] heic, CancellationToken ct)
    {
        using var bench = new Workbench();
        await bench.PutAsync("in.heic", heic, ct);
        return await ThumbnailAsync(bench, "in.heic", "out.jpg", 20_000, ct) == ToolRun.Done ? await bench.TakeAsync("out.jpg", ct) : null;
    }

    /// <summary>The clip as M4A, which phones and browsers play; null when the tool cannot read it.</summary>
    public async Task<byte[]?> PlayableAsync(CleanMedia clip, CancellationToken ct)
    {
        using var bench = new Workbench();
        await bench.PutAsync("in", clip.Bytes, ct);
        string[] arguments =
        [
            "-nostdin", "-v", "error", "-protocol_whitelist", "file", "-f", DemuxerOf(clip.Format), "-i", "in", "-map", "0:a:0", "-vn", "-sn", "-dn",
            "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-ac", "1", "-ar", "24000", "-c:a", "aac", "-b:a", "32k", "-t", "3600", "-movflags", "+faststart", "out.m4a",
        ];
        return await RunAsync(ffmpeg!, bench, arguments, ct) == ToolRun.Done ? await bench.TakeAsync("out.m4a", ct) : null;
    }

    private Task<ToolRun> ThumbnailAsync(Workbench bench, string from, string to, int side, CancellationToken ct) =>
        RunAsync(vips!, bench, [from, "--size", $"{side}x{side}>", "--output", $"{to}[Q={(side > LargeSide ? 90 : 80)},strip,background=255]"], ct);

    // What the tool wrote is read like any stranger's photo: it must not have put metadata back.
    private static async Task<PreparedFile> TakeAsync(Workbench bench, string name, MediaRole role, CancellationToken ct)
    {
        var clean = CleanMedia.From(MediaFormat.Jpeg, await bench.TakeAsync(name, ct), orientation: 1).Value;
        return new(role, clean.Format.ContentType, clean.Bytes, clean.Width, clean.Height);
    }

    private static string DemuxerOf(MediaFormat format) => format switch
    {
        MediaFormat.Amr => "amr",
        MediaFormat.Mp3 => "mp3",
        MediaFormat.M4a => "mov",
        MediaFormat.Wav => "wav",
        MediaFormat.Ogg => "ogg",
        MediaFormat.WebM => "matroska",
        MediaFormat.Jpeg or MediaFormat.Png or MediaFormat.WebP or MediaFormat.Heic => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private async Task<ToolRun> RunAsync(string program, Workbench bench, IEnumerable<string> arguments, CancellationToken ct)
    {
        var run = await Tool.RunAsync(program, bench.Folder, arguments, Patience, ct);
        if (run != ToolRun.Done)
        {
            LogNotDone(Path.GetFileName(program), run);
        }

        return run;
    }

    [LoggerMessage(LogLevel.Warning, "{Program} could not work on an upload: {Run}")]
    private partial void LogNotDone(string program, ToolRun run);
}
