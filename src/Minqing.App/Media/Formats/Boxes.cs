using System.Buffers.Binary;
using System.Text;

namespace Minqing.App.Media.Formats;

/// <summary>One box of the container that M4A and HEIC share: from <paramref name="At"/>, its content from <paramref name="Body"/>, to <paramref name="End"/>.</summary>
internal readonly record struct Box(string Name, int At, int Body, int End);

/// <summary>Reads the boxes of one level.</summary>
internal static class Boxes
{
    private const int Most = 100_000;

    /// <summary>Null when they do not fit where they stand.</summary>
    public static List<Box>? In(ReadOnlySpan<byte> bytes, int from, int to)
    {
        var boxes = new List<Box>();
        while (from < to)
        {
            if (to - from < 8 || boxes.Count == Most)
            {
                return null;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(bytes[from..]);
            var head = 8;
            if (size == 1)
            {
                head = 16;
                size = to - from < head ? -1 : BinaryPrimitives.ReadInt64BigEndian(bytes[(from + 8)..]);
            }

            size = size == 0 ? to - from : size;
            if (size < head || size > to - from)
            {
                return null;
            }

            boxes.Add(new(Encoding.Latin1.GetString(bytes.Slice(from + 4, 4)), from, from + head, from + (int)size));
            from += (int)size;
        }

        return boxes;
    }
}
