using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>JPEG: keeps tables, frame, scans, colour profile; leaves out EXIF, XMP, IPTC, comments, previews and whatever follows the end.</summary>
internal static class Jpeg
{
    private const int MostScans = 64;
    private static readonly MediaUnreadable Unreadable = new("JPEG");

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes, int orientation)
    {
        var clean = new MemoryStream(bytes.Length);
        clean.Write([0xFF, 0xD8]);
        if (Orientation.Turns(orientation))
        {
            clean.Write([0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, .. Orientation.Tiff(orientation)]);
        }

        var (width, height, scans) = (0, 0, 0);
        for (var at = 2; at + 4 <= bytes.Length || at + 2 == bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return Unreadable;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
            {
                clean.Write([0xFF, 0xD9]);
                return scans == 0 ? Unreadable : Made(clean, width, height, orientation);
            }

            var size = at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]) : 0;
            if (size < 2 || at + 2 + size > bytes.Length)
            {
                return Unreadable;
            }

            var segment = bytes.Slice(at, 2 + size);
            at += segment.Length;
            if (IsFrame(marker))
            {
                if (width > 0 || size < 8)
                {
                    return Unreadable;
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            }

            if (marker == 0xE0 && segment[4..].StartsWith("JFIF\0"u8))
            {
                // says how colours are coded; written anew, because a preview can follow it
                clean.Write([0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
            }
            else if (Stays(marker, segment))
            {
                clean.Write(segment);
            }
            else if (!IsExtra(marker))
            {
                return Unreadable;
            }

            if (marker == 0xDA)
            {
                var end = EndOfScan(bytes, at);
                if (end < 0 || width == 0 || height == 0 || ++scans > MostScans)
                {
                    return Unreadable;
                }

                clean.Write(bytes[at..end]);
                at = end;
            }
        }

        return Unreadable;
    }

    private static CleanMedia Made(MemoryStream clean, int width, int height, int orientation) =>
        Orientation.Swaps(orientation)
            ? new(MediaFormat.Jpeg, clean.ToArray(), height, width)
            : new(MediaFormat.Jpeg, clean.ToArray(), width, height);

    // baseline, extended and progressive: what browsers show
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xC2;

    private static bool IsExtra(byte marker) => marker is (>= 0xE0 and <= 0xEF) or 0xFE;

    private static bool Stays(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        >= 0xC0 and <= 0xC2 or 0xC4 or 0xDA or 0xDB or 0xDD => true,
        0xE2 => segment[4..].StartsWith("ICC_PROFILE\0"u8),
        0xEE => segment.Length == 16 && segment[4..].StartsWith("Adobe"u8),
        _ => false,
    };

    // Within a scan 0xFF is followed by 0, a restart, or the next marker.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                return -1;
            }

            at += next;
            if (bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or 0xFF))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }

        return -1;
    }
}
