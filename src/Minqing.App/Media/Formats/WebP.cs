using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>WebP, one picture: keeps picture, transparency and colour profile; leaves out EXIF, XMP and chunks nobody knows.</summary>
internal static class WebP
{
    private const byte Profile = 0x20;
    private const byte Alpha = 0x10;
    private const byte Exif = 0x08;
    private const byte Animated = 0x02;
    private static readonly MediaUnreadable Unreadable = new("WebP");

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes, int orientation)
    {
        var size = bytes.Length < 12 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (size < 4 || size > bytes.Length - 8)
        {
            return Unreadable;
        }

        var chunks = new MemoryStream(bytes.Length);
        var (measured, extended) = (default((int Width, int Height)), false);
        var rest = bytes.Slice(12, (int)size - 4);
        while (measured == default && Riff.Next(ref rest, out var name, out var body))
        {
            if (name.SequenceEqual("VP8X"u8) && body.Length == 10 && !extended && chunks.Length == 0 && (body[0] & Animated) == 0)
            {
                extended = true;
                Riff.Write(chunks, name, Header(body, orientation));
            }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8))
            {
                measured = name[3] == (byte)'L' ? Lossless(body) : Lossy(body);
                Riff.Write(chunks, name, body);
            }
            else if (extended && (name.SequenceEqual("ICCP"u8) || name.SequenceEqual("ALPH"u8)))
            {
                Riff.Write(chunks, name, body);
            }
            else if (name.SequenceEqual("VP8X"u8) || name.StartsWith("ANI"u8) || name.StartsWith("ANM"u8))
            {
                return Unreadable;
            }
        }

        if (measured.Width <= 0 || measured.Height <= 0)
        {
            return Unreadable;
        }

        var turned = extended && Orientation.Turns(orientation);
        if (turned)
        {
            Riff.Write(chunks, "EXIF"u8, Orientation.Tiff(orientation));
        }

        var made = Riff.Wrap("WEBP"u8, chunks);
        return turned && Orientation.Swaps(orientation)
            ? new CleanMedia(MediaFormat.WebP, made, measured.Height, measured.Width)
            : new CleanMedia(MediaFormat.WebP, made, measured.Width, measured.Height);
    }

    /// <summary>A file with nothing but the EXIF of this one, as far as it can be read.</summary>
    public static byte[] WithExifAlone(ReadOnlySpan<byte> bytes)
    {
        var chunks = new MemoryStream();
        for (var rest = bytes[12..]; Riff.Next(ref rest, out var name, out var body);)
        {
            if (name.SequenceEqual("EXIF"u8))
            {
                Riff.Write(chunks, name, body);
            }
        }

        return Riff.Wrap("WEBP"u8, chunks);
    }

    private static byte[] Header(ReadOnlySpan<byte> body, int orientation)
    {
        var header = body.ToArray();
        header[0] = (byte)((header[0] & (Profile | Alpha)) | (Orientation.Turns(orientation) ? Exif : 0));
        return header;
    }

    private static (int Width, int Height) Lossy(ReadOnlySpan<byte> body) =>
        body is [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..]
            ? (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
            : (-1, -1);

    private static (int Width, int Height) Lossless(ReadOnlySpan<byte> body) =>
        body is [0x2F, _, _, _, _, ..] && BinaryPrimitives.ReadUInt32LittleEndian(body[1..]) is var bits
            ? ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1)
            : (-1, -1);
}
