using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>What a photo says of itself and the platform wants to know: place, time, which way up.</summary>
public sealed record Exif(Point? Point, DateTime? At, int Orientation)
{
    private const int TimeZoneOriginal = 0x9011;
    private static readonly Exif None = new(null, null, 1);

    /// <summary>Read before it is removed. Broken metadata is no metadata.</summary>
    public static Exif Of(byte[] bytes)
    {
        try
        {
            var directories = ImageMetadataReader.ReadMetadata(new MemoryStream(Bearing(bytes), writable: false));
            return new(PointOf(directories), AtOf(directories), OrientationOf(directories));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // another's reader on bytes of a stranger: whatever it trips over, the picture is taken without
            return None;
        }
    }

    // Of these another's reader would make room for whatever a chunk announces, and unpack what is packed in it, however much it is.
    private static byte[] Bearing(byte[] bytes) => MediaFormats.Of(bytes) switch
    {
        MediaFormat.Png => Png.WithExifAlone(bytes),
        MediaFormat.WebP => WebP.WithExifAlone(bytes),
        _ => bytes,
    };

    private static Point? PointOf(IReadOnlyList<MetadataExtractor.Directory> all) =>
        all.OfType<GpsDirectory>().Select(gps => gps.GetGeoLocation()).FirstOrDefault(p => p is { IsZero: false }) is { } found
        && Math.Abs(found.Latitude) <= 90 && Math.Abs(found.Longitude) <= 180
            ? new(Math.Round(found.Latitude, 6), Math.Round(found.Longitude, 6))
            : null;

    // Satellite time is UTC and right; the camera's is local, with an offset if it knows one and China's if not.
    private static DateTime? AtOf(IReadOnlyList<MetadataExtractor.Directory> all)
    {
        if (all.OfType<GpsDirectory>().FirstOrDefault() is { } gps && gps.TryGetGpsDate(out var satellite))
        {
            return Plausible(DateTime.SpecifyKind(satellite, DateTimeKind.Utc));
        }

        if (all.OfType<ExifSubIfdDirectory>().FirstOrDefault(d => d.ContainsTag(ExifDirectoryBase.TagDateTimeOriginal)) is not { } taken
            || !DateTime.TryParseExact(taken.GetString(ExifDirectoryBase.TagDateTimeOriginal)?.TrimEnd('\0', ' '), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        var offset = TimeSpan.TryParseExact(taken.GetString(TimeZoneOriginal)?.TrimStart('+').TrimEnd('\0'), @"hh\:mm", CultureInfo.InvariantCulture, TimeSpanStyles.None, out var stated)
            ? stated
            : TimeSpan.FromHours(8);
        var sign = taken.GetString(TimeZoneOriginal) is ['-', ..] ? -1 : 1;
        return Plausible(DateTime.SpecifyKind(local - (sign * offset), DateTimeKind.Utc));
    }

    private static DateTime? Plausible(DateTime at) => at.Year is >= 1990 and < 2200 ? at : null;

    private static int OrientationOf(IReadOnlyList<MetadataExtractor.Directory> all) =>
        all.OfType<ExifIfd0Directory>().Select(d => d.TryGetInt32(ExifDirectoryBase.TagOrientation, out var turned) ? turned : 1).FirstOrDefault(1);
}
