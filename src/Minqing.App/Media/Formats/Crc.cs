namespace Minqing.App.Media.Formats;

/// <summary>The check sums inside PNG chunks and Ogg pages: the same polynomial, read from either end.</summary>
public static class Crc
{
    private static readonly uint[] Reflected = [.. Enumerable.Range(0, 256).Select(i => Fold((uint)i, c => (c & 1) != 0 ? (c >> 1) ^ 0xEDB88320 : c >> 1))];
    private static readonly uint[] Straight = [.. Enumerable.Range(0, 256).Select(i => Fold((uint)i << 24, c => (c & 0x80000000) != 0 ? (c << 1) ^ 0x04C11DB7 : c << 1))];

    public static uint Png(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ Reflected[(crc ^ value) & 0xFF];
        }

        return ~crc;
    }

    public static uint Ogg(ReadOnlySpan<byte> bytes)
    {
        var crc = 0u;
        foreach (var value in bytes)
        {
            crc = (crc << 8) ^ Straight[(crc >> 24) ^ value];
        }

        return crc;
    }

    private static uint Fold(uint start, Func<uint, uint> step) => Enumerable.Range(0, 8).Aggregate(start, (crc, _) => step(crc));
}
