using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>A file written anew from what was understood of it: no metadata, nothing before, between or after its parts.</summary>
/// <param name="Plays">Whether every phone and browser shows or plays it as it is.</param>
public sealed record CleanMedia(MediaFormat Format, byte[] Bytes, int? Width = null, int? Height = null, TimeSpan? Length = null, bool Plays = true)
{
    /// <summary>Reads the file by its format and leaves out whatever is not picture or sound.</summary>
    /// <param name="orientation">As EXIF numbers it; kept, because else pictures lie on their side.</param>
    public static Result<CleanMedia> From(MediaFormat format, byte[] bytes, int orientation) => format switch
    {
        MediaFormat.Jpeg => Jpeg.Clean(bytes, orientation),
        MediaFormat.Png => Png.Clean(bytes),
        MediaFormat.WebP => WebP.Clean(bytes, orientation),
        MediaFormat.Heic => Heic.Measure(bytes),
        MediaFormat.Amr => Amr.Clean(bytes),
        MediaFormat.Mp3 => Mp3.Clean(bytes),
        MediaFormat.M4a => M4a.Clean(bytes),
        MediaFormat.Wav => Wav.Clean(bytes),
        MediaFormat.Ogg => Ogg.Clean(bytes),
        MediaFormat.WebM => WebM.Clean(bytes),
    };
}
