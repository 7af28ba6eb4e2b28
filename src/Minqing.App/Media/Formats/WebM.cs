using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>WebM with sound only, as browsers record it. Tags, titles, dates and elements nobody knows become voids of the same length.</summary>
internal static class WebM
{
    private const uint Header = 0x1A45DFA3;
    private const uint Cluster = 0x1F43B675;
    private const uint ClusterTime = 0xE7;
    private const uint Scale = 0x2AD7B1;
    private const uint TrackType = 0x83;
    private const uint SimpleBlock = 0xA3;
    private static readonly MediaUnreadable Unreadable = new("WebM");

    public static Result<CleanMedia> Clean(byte[] source)
    {
        var bytes = (byte[])source.Clone();
        var (scale, cluster, last, sound) = (1_000_000L, 0L, 0L, false);
        for (var at = 0; at < bytes.Length;)
        {
            if (!Read(bytes, at, out var element))
            {
                return Unreadable;
            }

            var value = bytes.AsSpan(element.Body, element.Length);
            switch (element.Id)
            {
                case Header when at > 0:
                    return Unreadable;
                case TrackType when Number(value) == 1:
                    return new VideoNotTaken();
                case TrackType:
                    sound |= Number(value) == 2;
                    break;
                case Scale:
                    scale = Math.Clamp(Number(value), 1, 1_000_000_000);
                    break;
                case ClusterTime:
                    cluster = Math.Min(Number(value), uint.MaxValue);
                    break;
                case SimpleBlock when value.Length > 4:
                    last = Math.Max(last, cluster + BinaryPrimitives.ReadInt16BigEndian(value[1..]));
                    break;
            }

            if (!IsOpened(element.Id) && !Stays(element.Id))
            {
                Void(bytes.AsSpan(at, element.Body + element.Length - at));
            }

            at = IsOpened(element.Id) ? element.Body : element.Body + element.Length;
        }

        var seconds = last / 1e9 * scale;
        return sound && seconds < 1_000_000
            ? new CleanMedia(MediaFormat.WebM, bytes, Length: last > 0 ? TimeSpan.FromSeconds(seconds) : null, Plays: false)
            : Unreadable;
    }

    // Segment, information, tracks, track, cluster: read as if they were not there. Recorders leave the size of segment and clusters open.
    private static bool IsOpened(uint id) => id is 0x18538067 or 0x1549A966 or 0x1654AE6B or 0xAE or Cluster;

    private static bool Stays(uint id) => id is
        Header or 0x114D9B74 or 0x1C53BB6B // seek head, cues
        or Scale or 0x4489 // duration
        or 0xD7 or 0x73C5 or TrackType or 0xB9 or 0x88 or 0x55AA or 0x9C or 0x6DE7 or 0x23E383 or 0x22B59C or 0x86 or 0x63A2 or 0x56AA or 0x56BB or 0x55EE or 0xE1 // track
        or ClusterTime or SimpleBlock or 0xA0 or 0xAB or 0xA7; // cluster

    private static bool Read(byte[] bytes, int at, out Element element)
    {
        element = default;
        var first = bytes[at];
        var idLength = first >= 0x80 ? 1 : first >= 0x40 ? 2 : first >= 0x20 ? 3 : first >= 0x10 ? 4 : 0;
        if (idLength == 0 || at + idLength >= bytes.Length)
        {
            return false;
        }

        var id = (uint)Number(bytes.AsSpan(at, idLength));
        var sizeAt = at + idLength;
        var sizeLength = System.Numerics.BitOperations.LeadingZeroCount((uint)bytes[sizeAt]) - 23;
        if (sizeLength > 8 || sizeAt + sizeLength > bytes.Length)
        {
            return false;
        }

        var mask = (1L << (7 * sizeLength)) - 1;
        var size = Number(bytes.AsSpan(sizeAt, sizeLength)) & mask;
        var body = sizeAt + sizeLength;
        if (IsOpened(id))
        {
            element = new(id, body, 0);
            return true;
        }

        element = new(id, body, (int)Math.Min(size, int.MaxValue));
        return size != mask && size <= bytes.Length - body;
    }

    private static long Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0L;
        foreach (var value in bytes[..Math.Min(8, bytes.Length)])
        {
            number = (number << 8) | value;
        }

        return number & long.MaxValue;
    }

    private static void Void(Span<byte> element)
    {
        var length = element.Length;
        element.Clear();
        element[0] = 0xEC;
        if (length <= 128)
        {
            element[1] = (byte)(0x80 | (length - 2));
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(element[1..], 1L << 56 | (uint)(length - 9));
        }
    }

    private readonly record struct Element(uint Id, int Body, int Length);
}
