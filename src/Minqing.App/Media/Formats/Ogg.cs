using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>Ogg with Opus or Vorbis: one stream of sound. The comment packet is blanked where it stands, and its pages get new check sums.</summary>
internal static class Ogg
{
    private const int Head = 27;
    private static readonly MediaUnreadable Unreadable = new("Ogg");

    public static Result<CleanMedia> Clean(byte[] source)
    {
        var bytes = (byte[])source.Clone();
        var comments = new List<Range>();
        var (at, packet, rate, skip, granule, serial) = (0, 0, 0u, 0, 0L, -1L);
        var comment = new MemoryStream();
        for (; at < bytes.Length; at = EndOf(bytes, at))
        {
            var end = EndOf(bytes, at);
            if (end < 0 || (serial >= 0 && serial != Serial(bytes, at)))
            {
                return Unreadable;
            }

            serial = Serial(bytes, at);
            granule = Math.Max(granule, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 6)));
            var body = at + Head + bytes[at + 26];
            for (var lace = 0; lace < bytes[at + 26] && packet < 2; lace++)
            {
                var size = bytes[at + Head + lace];
                if (packet == 0 && rate == 0 && !Starts(bytes.AsSpan(body, size), out rate, out skip))
                {
                    return Unreadable;
                }

                if (packet == 1)
                {
                    comments.Add(body..(body + size));
                    comment.Write(bytes, body, size);
                }

                body += size;
                packet += size < 255 ? 1 : 0;
            }
        }

        if (packet < 2 || !Blank(comment.GetBuffer().AsSpan(0, (int)comment.Length)))
        {
            return Unreadable;
        }

        var from = 0;
        foreach (var place in comments)
        {
            var (start, length) = place.GetOffsetAndLength(bytes.Length);
            comment.GetBuffer().AsSpan(from, length).CopyTo(bytes.AsSpan(start));
            from += length;
        }

        Sum(bytes);
        var seconds = Math.Max(0, granule - skip) / (double)rate;
        return seconds > 1_000_000 ? Unreadable : new CleanMedia(MediaFormat.Ogg, bytes, Length: TimeSpan.FromSeconds(seconds), Plays: false);
    }

    private static int EndOf(byte[] bytes, int at)
    {
        if (at + Head > bytes.Length || !bytes.AsSpan(at).StartsWith("OggS"u8) || at + Head + bytes[at + 26] > bytes.Length)
        {
            return -1;
        }

        var end = at + Head + bytes[at + 26];
        foreach (var lace in bytes.AsSpan(at + Head, bytes[at + 26]))
        {
            end += lace;
        }

        return end > bytes.Length ? -1 : end;
    }

    private static long Serial(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 14));

    private static bool Starts(ReadOnlySpan<byte> packet, out uint rate, out int skip)
    {
        (rate, skip) = (0, 0);
        if (packet.StartsWith("OpusHead"u8) && packet.Length >= 19)
        {
            (rate, skip) = (48000, BinaryPrimitives.ReadUInt16LittleEndian(packet[10..]));
        }
        else if (packet.StartsWith("\u0001vorbis"u8) && packet.Length >= 30)
        {
            rate = BinaryPrimitives.ReadUInt32LittleEndian(packet[12..]);
        }

        return rate is >= 4000 and <= 400_000;
    }

    // No comments, and a maker's name of blanks as long as all that stood there.
    private static bool Blank(Span<byte> comment)
    {
        var opus = comment.StartsWith("OpusTags"u8);
        var (from, tail) = opus ? (8, 4) : (7, 5);
        if (comment.Length < from + 4 + tail || !(opus || comment.StartsWith("\u0003vorbis"u8)))
        {
            return false;
        }

        BinaryPrimitives.WriteInt32LittleEndian(comment[from..], comment.Length - from - 4 - tail);
        comment[(from + 4)..^tail].Fill((byte)' ');
        comment[^tail..].Clear();
        comment[^1] = opus ? (byte)0 : (byte)1;
        return true;
    }

    private static void Sum(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; at = EndOf(bytes, at))
        {
            var page = bytes.AsSpan(at..EndOf(bytes, at));
            page.Slice(22, 4).Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(page[22..], Crc.Ogg(page));
        }
    }
}
