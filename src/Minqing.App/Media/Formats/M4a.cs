using System.Buffers.Binary;
using System.Text;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>M4A and its relatives (iPhone recordings, 3GP): sound only. Tags, places and times are blanked where they stand, so that the positions within the file stay right.</summary>
internal static class M4a
{
    // moov, trak, mdia, minf, stbl; hostile files nest without end
    private const int Deepest = 5;
    private static readonly MediaUnreadable Unreadable = new("M4A");

    public static Result<CleanMedia> Clean(byte[] source)
    {
        var bytes = (byte[])source.Clone();
        if (Boxes.In(bytes, 0, bytes.Length) is not { } boxes)
        {
            return Unreadable;
        }

        var reading = new Reading();
        foreach (var box in boxes)
        {
            if (Visit(bytes, box, 0, reading) is { } problem)
            {
                return problem;
            }
        }

        var fragments = boxes.Any(b => b.Name == "moof");
        return reading.Tracks == 0 || boxes.All(b => b.Name != "mdat")
            ? Unreadable
            : new CleanMedia(MediaFormat.M4a, bytes, Length: fragments ? null : reading.Length, Plays: !fragments && reading.Codec == "mp4a");
    }

    private static Problem? Visit(byte[] bytes, Box box, int depth, Reading reading)
    {
        switch (box.Name)
        {
            case "moov" or "trak" or "mdia" or "minf" or "stbl":
                return depth < Deepest ? Inside(bytes, box, depth, reading) : Unreadable;
            case "mvhd":
                reading.Length = Duration(bytes, box) ?? reading.Length;
                return BlankTimes(bytes, box);
            case "tkhd" or "mdhd":
                return BlankTimes(bytes, box);
            case "hdlr":
                return Handler(bytes, box, reading);
            case "stsd":
                reading.Codec = box.End - box.Body < 16 ? null : Encoding.Latin1.GetString(bytes, box.Body + 12, 4);
                return null;
            case "ftyp" or "styp" or "mdat" or "moof" or "sidx" or "mfra" or "mvex" or "iods" or "edts" or "tref" or "elng" or "smhd" or "dinf"
                or "stts" or "ctts" or "stsc" or "stsz" or "stz2" or "stco" or "co64" or "stss" or "sgpd" or "sbgp" or "sdtp":
                return null;
            default:
                "free"u8.CopyTo(bytes.AsSpan(box.At + 4));
                bytes.AsSpan(box.Body, box.End - box.Body).Clear();
                return null;
        }
    }

    private static Problem? Inside(byte[] bytes, Box box, int depth, Reading reading)
    {
        if (Boxes.In(bytes, box.Body, box.End) is not { } inner)
        {
            return Unreadable;
        }

        foreach (var child in inner)
        {
            if (Visit(bytes, child, depth + 1, reading) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? Handler(byte[] bytes, Box box, Reading reading)
    {
        if (box.End - box.Body < 24)
        {
            return Unreadable;
        }

        reading.Tracks++;
        bytes.AsSpan(box.Body + 24, box.End - box.Body - 24).Clear();
        return Encoding.Latin1.GetString(bytes, box.Body + 8, 4) switch
        {
            "soun" => null,
            "vide" => new VideoNotTaken(),
            _ => Unreadable,
        };
    }

    private static MediaUnreadable? BlankTimes(byte[] bytes, Box box)
    {
        var size = box.End - box.Body;
        if (size < 24)
        {
            return Unreadable;
        }

        bytes.AsSpan(box.Body + 4, bytes[box.Body] == 1 ? 16 : 8).Clear();
        return null;
    }

    private static TimeSpan? Duration(byte[] bytes, Box box)
    {
        var body = bytes.AsSpan(box.Body, box.End - box.Body);
        var (scale, length) = body switch
        {
            [1, ..] when body.Length >= 32 => (BinaryPrimitives.ReadUInt32BigEndian(body[20..]), BinaryPrimitives.ReadUInt64BigEndian(body[24..])),
            [0, ..] when body.Length >= 20 => (BinaryPrimitives.ReadUInt32BigEndian(body[12..]), BinaryPrimitives.ReadUInt32BigEndian(body[16..])),
            _ => (0u, 0ul),
        };
        return scale > 0 && length > 0 && length / scale < 1_000_000 ? TimeSpan.FromSeconds(length / (double)scale) : null;
    }

    private sealed class Reading
    {
        public int Tracks { get; set; }

        public string? Codec { get; set; }

        public TimeSpan? Length { get; set; }
    }
}
