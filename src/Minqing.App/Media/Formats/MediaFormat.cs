using Minqing.Storage.Media;

namespace Minqing.App.Media.Formats;

/// <summary>The kinds of files taken, by their content.</summary>
public enum MediaFormat
{
    Jpeg,
    Png,
    WebP,
    Heic,
    Amr,
    Mp3,
    M4a,
    Wav,
    Ogg,
    WebM,
}

/// <summary>What each format is to the platform and to browsers.</summary>
public static class MediaFormats
{
    extension(MediaFormat format)
    {
        public MediaKind Kind => format <= MediaFormat.Heic ? MediaKind.Photo : MediaKind.Voice;

        public string ContentType => format switch
        {
            MediaFormat.Jpeg => "image/jpeg",
            MediaFormat.Png => "image/png",
            MediaFormat.WebP => "image/webp",
            MediaFormat.Heic => "image/heic",
            MediaFormat.Amr => "audio/amr",
            MediaFormat.Mp3 => "audio/mpeg",
            MediaFormat.M4a => "audio/mp4",
            MediaFormat.Wav => "audio/wav",
            MediaFormat.Ogg => "audio/ogg",
            MediaFormat.WebM => "audio/webm",
        };
    }

    /// <summary>The format by the first bytes; null when it is none of them. Video containers are told apart when they are read.</summary>
    public static MediaFormat? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => MediaFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => MediaFormat.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => MediaFormat.WebP,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => MediaFormat.Wav,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => MediaFormat.Amr,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => MediaFormat.Ogg,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => MediaFormat.WebM,
        [(byte)'I', (byte)'D', (byte)'3', ..] => MediaFormat.Mp3,
        [0xFF, var second, ..] when (second & 0xE6) == 0xE2 => MediaFormat.Mp3,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBrand(bytes[8..]),
        _ => null,
    };

    private static MediaFormat? OfBrand(ReadOnlySpan<byte> brand) => brand switch
    {
        [(byte)'h', (byte)'e', (byte)'i' or (byte)'v', ..] or [(byte)'m', (byte)'i', (byte)'f', (byte)'1', ..] => MediaFormat.Heic,
        [(byte)'a', (byte)'v', (byte)'i', (byte)'f' or (byte)'s', ..] => null,
        _ => MediaFormat.M4a,
    };
}
