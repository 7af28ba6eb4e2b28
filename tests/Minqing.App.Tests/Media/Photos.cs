using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Minqing.App.Tests.Media;

/// <summary>Photos made byte by byte, with the metadata that phones put in.</summary>
internal static class Photos
{
    /// <summary>Somewhere in Huining, at half past nine in the morning there.</summary>
    public const double Lat = 35.6925;
    public const double Lon = 105.0543;
    public static readonly DateTime TakenAt = new(2026, 3, 2, 1, 30, 0, DateTimeKind.Utc);

    /// <summary>What must never be found in anything that is kept.</summary>
    public static readonly byte[][] Traces = [.. new[] { "NoPhone", "2026:03:02", "GPS", "xmpmeta", "secret" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>A grey JPEG of any size: every block is two zero bits.</summary>
    public static byte[] Jpeg(int width = 64, int height = 48, byte[]? exif = null, params byte[][] extras)
    {
        var photo = new MemoryStream();
        photo.Write([0xFF, 0xD8]);
        Segment(photo, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (exif is not null)
        {
            Segment(photo, 0xE1, [.. "Exif\0\0"u8, .. exif]);
        }

        foreach (var extra in extras)
        {
            Segment(photo, extra[0], extra[1..]);
        }

        Segment(photo, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        Segment(photo, 0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        Segment(photo, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(photo, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(photo, 0xDA, [1, 1, 0, 0, 63, 0]);
        var bits = 2L * ((width + 7) / 8) * ((height + 7) / 8);
        photo.Write(new byte[bits / 8]);
        if (bits % 8 != 0)
        {
            photo.WriteByte((byte)(0xFF >> (int)(bits % 8)));
        }

        photo.Write([0xFF, 0xD9]);
        return photo.ToArray();
    }

    /// <summary>A JPEG as a phone makes it: EXIF with place and time, XMP, a comment, and a film hung on behind.</summary>
    public static byte[] FromPhone(int width = 64, int height = 48, int orientation = 6) =>
    [
        .. Jpeg(width, height, Exif(orientation), [0xE1, .. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>"u8], [0xED, .. "Photoshop 3.0\0secret"u8], [0xFE, .. "secret"u8]),
        .. "\0\0\0\u0018ftypmp42secret GPS"u8,
    ];

    public static byte[] Png(int width = 8, int height = 8, bool announcedOnly = false)
    {
        var pixels = new MemoryStream();
        using (var zip = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(new byte[announcedOnly ? 10 : (width + 1) * height]);
        }

        return
        [
            0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]), .. Chunk("eXIf", Exif(1)),
            .. Chunk("tEXt", [.. "Comment\0secret"u8]), .. Chunk("IDAT", pixels.ToArray()), .. Chunk("IEND", []), .. "secret"u8,
        ];
    }

    /// <summary>One black point, in the extended form with EXIF and XMP.</summary>
    public static byte[] WebP(int orientation = 1)
    {
        var point = Convert.FromBase64String("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")[12..];
        byte[] chunks = [.. "WEBPVP8X"u8, .. Little(10), 0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. point, .. Riff("EXIF", Exif(orientation)), .. Riff("XMP ", [.. "<x:xmpmeta>secret"u8])];
        return Riff("RIFF", chunks);
    }

    /// <summary>A TIFF block: maker, orientation, time with its offset, place.</summary>
    public static byte[] Exif(int orientation, double lat = Lat, double lon = Lon, string time = "2026:03:02 09:30:00", string offset = "+08:00")
    {
        var rest = new MemoryStream();
        byte[] Far(byte[] data)
        {
            var at = Big(500 + (int)rest.Length);
            rest.Write(data);
            return at;
        }

        byte[] Entry(int tag, int type, int count, byte[] value) => [(byte)(tag >> 8), (byte)tag, 0, (byte)type, .. Big(count), .. value];
        byte[] Directory(params byte[][] entries) => [0, (byte)entries.Length, .. entries.SelectMany(e => e), 0, 0, 0, 0];
        byte[] Degrees(double value)
        {
            var seconds = (int)Math.Round(Math.Abs(value) * 3600 * 1000);
            return [.. Big(seconds / 3_600_000), .. Big(1), .. Big(seconds / 60_000 % 60), .. Big(1), .. Big(seconds % 60_000), .. Big(1000)];
        }

        byte[] taken = Directory(Entry(0x9003, 2, 20, Far([.. Encoding.ASCII.GetBytes(time), 0])), Entry(0x9011, 2, 7, Far([.. Encoding.ASCII.GetBytes(offset), 0])));
        byte[] place = Directory(
            Entry(1, 2, 2, lat < 0 ? "S\0\0\0"u8.ToArray() : "N\0\0\0"u8.ToArray()), Entry(2, 5, 3, Far(Degrees(lat))),
            Entry(3, 2, 2, lon < 0 ? "W\0\0\0"u8.ToArray() : "E\0\0\0"u8.ToArray()), Entry(4, 5, 3, Far(Degrees(lon))));
        byte[] first = Directory(
            Entry(0x010F, 2, 8, Far([.. "NoPhone\0"u8])), Entry(0x0112, 3, 1, [0, (byte)orientation, 0, 0]), Entry(0x8769, 4, 1, Big(100)), Entry(0x8825, 4, 1, Big(200)));
        var tiff = new byte[500 + rest.Length];
        ((byte[])[.. "MM"u8, 0, 42, .. Big(8)]).CopyTo(tiff, 0);
        first.CopyTo(tiff, 8);
        taken.CopyTo(tiff, 100);
        place.CopyTo(tiff, 200);
        rest.ToArray().CopyTo(tiff, 500);
        return tiff;
    }

    public static bool Holds(ReadOnlySpan<byte> bytes, byte[] trace) => bytes.IndexOf(trace) >= 0;

    internal static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    internal static byte[] Little(int value) => [.. Big(value).Reverse()];

    internal static byte[] Riff(string name, byte[] body) => [.. Encoding.ASCII.GetBytes(name), .. Little(body.Length), .. body, .. new byte[body.Length % 2]];

    private static void Segment(MemoryStream photo, byte marker, byte[] body) =>
        photo.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        return [.. Big(body.Length), .. named, .. Big((int)App.Media.Formats.Crc.Png(named))];
    }
}
