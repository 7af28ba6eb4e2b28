using System.Buffers.Binary;

namespace Minqing.App.Media.Formats;

/// <summary>The container of WebP and WAV: named chunks with their size before them, filled up to an even length.</summary>
internal static class Riff
{
    /// <summary>Cuts the next chunk off; false when there is none or it is cut off.</summary>
    public static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> body)
    {
        name = body = default;
        if (rest.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is var size && size > rest.Length - 8)
        {
            return false;
        }

        name = rest[..4];
        body = rest.Slice(8, (int)size);
        rest = rest[Math.Min(rest.Length, 8 + (int)size + (int)(size & 1))..];
        return true;
    }

    public static void Write(Stream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, body.Length);
        to.Write(name);
        to.Write(size);
        to.Write(body);
        if (body.Length % 2 == 1)
        {
            to.WriteByte(0);
        }
    }

    /// <summary>Puts the chunks into their container.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> kind, MemoryStream chunks)
    {
        var whole = new MemoryStream((int)chunks.Length + 12);
        Write(whole, "RIFF"u8, [.. kind, .. chunks.ToArray()]);
        return whole.ToArray();
    }
}
