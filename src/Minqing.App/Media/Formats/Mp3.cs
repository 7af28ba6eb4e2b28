using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>MP3: keeps its frames; leaves out ID3 and APE tags.</summary>
internal static class Mp3
{
    private static readonly MediaUnreadable Unreadable = new("MP3");

    private static ReadOnlySpan<int> First => [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];

    private static ReadOnlySpan<int> Second => [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];

    private static ReadOnlySpan<int> Rates => [44100, 48000, 32000, 0];

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes)
    {
        var at = AfterTag(bytes);
        var (from, ticks) = (at, 0L);
        while (at + 4 <= bytes.Length && Frame(bytes[at..], out var size, out var length) && at + size <= bytes.Length)
        {
            (at, ticks) = (at + size, ticks + length);
        }

        // what may follow: the beginning of a frame that was cut off, or tags
        var rest = bytes[at..];
        var known = rest.Length < 2048 || rest.StartsWith("TAG"u8) || rest.StartsWith("APETAGEX"u8) || rest.StartsWith("LYRICS"u8);
        return ticks == 0 || !known ? Unreadable : new CleanMedia(MediaFormat.Mp3, bytes[from..at].ToArray(), Length: new TimeSpan(ticks));
    }

    private static int AfterTag(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [(byte)'I', (byte)'D', (byte)'3', _, _, var flags, < 128, < 128, < 128, < 128, ..])
        {
            return 0;
        }

        var end = 10 + (bytes[6] << 21 | bytes[7] << 14 | bytes[8] << 7 | bytes[9]) + ((flags & 0x10) != 0 ? 10 : 0);
        while (end < bytes.Length && bytes[end] == 0)
        {
            end++;
        }

        return Math.Min(end, bytes.Length);
    }

    private static bool Frame(ReadOnlySpan<byte> head, out int size, out long ticks)
    {
        (size, ticks) = (0, 0);
        var version = (head[1] >> 3) & 3;
        if (head[0] != 0xFF || (head[1] & 0xE6) != 0xE2 || version == 1)
        {
            return false;
        }

        var newest = version == 3;
        var kilobits = (newest ? First : Second)[head[2] >> 4];
        var rate = Rates[(head[2] >> 2) & 3] >> (newest ? 0 : version == 2 ? 1 : 2);
        if (kilobits == 0 || rate == 0)
        {
            return false;
        }

        size = ((newest ? 144_000 : 72_000) * kilobits / rate) + ((head[2] >> 1) & 1);
        ticks = (newest ? 1152 : 576) * TimeSpan.TicksPerSecond / rate;
        return true;
    }
}
