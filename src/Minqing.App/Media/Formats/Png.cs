using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>PNG: keeps the chunks that make the picture; leaves out texts, EXIF, times, animation and whatever follows the end.</summary>
internal static class Png
{
    private static readonly MediaUnreadable Unreadable = new("PNG");

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes)
    {
        var clean = new MemoryStream(bytes.Length);
        clean.Write(bytes[..8]);
        var (width, height, data) = (0, 0, false);
        for (var rest = bytes[8..]; rest.Length >= 12;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (size > rest.Length - 12)
            {
                return Unreadable;
            }

            var chunk = rest[..((int)size + 12)];
            rest = rest[chunk.Length..];
            var name = chunk.Slice(4, 4);
            if (Crc.Png(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || name.SequenceEqual("IHDR"u8) != (width == 0))
            {
                return Unreadable;
            }

            if (width == 0)
            {
                (width, height) = size == 13 ? (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..])) : (0, 0);
                if (width <= 0 || height <= 0)
                {
                    return Unreadable;
                }
            }

            data |= name.SequenceEqual("IDAT"u8);
            if (Stays(name))
            {
                clean.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return data ? new CleanMedia(MediaFormat.Png, clean.ToArray(), width, height) : Unreadable;
            }
        }

        return Unreadable;
    }

    /// <summary>The same file without all that is neither its head, its EXIF nor its end, as far as it can be read.</summary>
    public static byte[] WithExifAlone(ReadOnlySpan<byte> bytes)
    {
        var kept = new MemoryStream();
        kept.Write(bytes[..8]);
        for (var rest = bytes[8..]; rest.Length >= 12 && BinaryPrimitives.ReadUInt32BigEndian(rest) is var size && size <= rest.Length - 12; rest = rest[((int)size + 12)..])
        {
            if (rest[4..8].SequenceEqual("IHDR"u8) || rest[4..8].SequenceEqual("eXIf"u8) || rest[4..8].SequenceEqual("IEND"u8))
            {
                kept.Write(rest[..((int)size + 12)]);
            }
        }

        return kept.ToArray();
    }

    private static bool Stays(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("IDAT"u8) || name.SequenceEqual("IEND"u8)
        || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("iCCP"u8) || name.SequenceEqual("sBIT"u8);
}
