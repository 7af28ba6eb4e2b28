using System.Buffers.Binary;
using Minqing.Domain.Kernel;

namespace Minqing.App.Media.Formats;

/// <summary>WAV: keeps the format and the samples; leaves out lists, tags and broadcast notes.</summary>
internal static class Wav
{
    private static readonly MediaUnreadable Unreadable = new("WAV");

    public static Result<CleanMedia> Clean(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[12..];
        scoped ReadOnlySpan<byte> format = default, samples = default;
        while (samples.IsEmpty && Next(ref rest, out var name, out var body))
        {
            if (name.SequenceEqual("fmt "u8))
            {
                format = body;
            }
            else if (name.SequenceEqual("data"u8))
            {
                samples = body;
            }
        }

        if (format.Length is < 16 or > 64 || samples.IsEmpty || !IsKnown(BinaryPrimitives.ReadUInt16LittleEndian(format)))
        {
            return Unreadable;
        }

        var perSecond = BinaryPrimitives.ReadUInt32LittleEndian(format[8..]);
        if (perSecond is < 500 or > 2_000_000)
        {
            return Unreadable;
        }

        var chunks = new MemoryStream(samples.Length + 64);
        Riff.Write(chunks, "fmt "u8, format);
        Riff.Write(chunks, "data"u8, samples);
        return new CleanMedia(MediaFormat.Wav, Riff.Wrap("WAVE"u8, chunks), Length: TimeSpan.FromSeconds(samples.Length / (double)perSecond), Plays: false);
    }

    // A recorder that was cut off, or that wrote into a pipe, could not fill in the size.
    private static bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> body)
    {
        if (rest.StartsWith("data"u8) && rest.Length > 8 && BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]) is 0 or 0xFFFFFFFF)
        {
            name = rest[..4];
            body = rest[8..];
            rest = default;
            return true;
        }

        return Riff.Next(ref rest, out name, out body);
    }

    // PCM, ADPCM, float, A-law, mu-law, IMA ADPCM, extensible
    private static bool IsKnown(ushort tag) => tag is 1 or 2 or 3 or 6 or 7 or 0x11 or 0xFFFE;
}
