using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Minqing.Storage.Media;

/// <summary>
/// How media stand on the disk: "MQM1", a salt of 16 bytes, then AES-256-GCM chunks of 64 KiB whose nonce is their number and whether they are the last,
/// so that any part can be read alone and nothing can be cut off, moved or exchanged unnoticed.
/// </summary>
public static class MediaSeal
{
    internal const int Tag = 16;
    internal const int Chunk = 64 * 1024;
    internal const int Salt = 16;
    internal const int Header = 4 + Salt;

    internal static ReadOnlySpan<byte> Magic => "MQM1"u8;

    /// <summary>Writes <paramref name="plain"/> sealed.</summary>
    public static async Task SealAsync(ReadOnlyMemory<byte> plain, MediaKey key, Stream to, CancellationToken ct)
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        await to.WriteAsync(Magic.ToArray(), ct);
        await to.WriteAsync(salt, ct);
        using var aes = key.ForFile(salt);
        var sealedChunk = new byte[Chunk + Tag];
        for (uint number = 0; ; number++)
        {
            var part = plain[..Math.Min(Chunk, plain.Length)];
            plain = plain[part.Length..];
            Encrypt(aes, number, plain.IsEmpty, part.Span, sealedChunk);
            await to.WriteAsync(sealedChunk.AsMemory(0, part.Length + Tag), ct);
            if (plain.IsEmpty)
            {
                return;
            }
        }
    }

    /// <summary>Seals a few bytes that stand in a row.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> plain, MediaKey key)
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        using var aes = key.ForFile(salt);
        var sealedChunk = new byte[plain.Length + Tag];
        Encrypt(aes, 0, last: true, plain, sealedChunk);
        return [.. Magic, .. salt, .. sealedChunk];
    }

    /// <summary>Opens a file or a row's bytes; the stream can be read from anywhere.</summary>
    public static Stream Open(Stream from, MediaKey key) => new SealedStream(from, key);

    public static byte[] Open(byte[] bytes, MediaKey key)
    {
        using var stream = Open(new MemoryStream(bytes), key);
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        return plain;
    }

    internal static void Nonce(Span<byte> nonce, uint number, bool last)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt32BigEndian(nonce[7..], number);
        nonce[11] = last ? (byte)1 : (byte)0;
    }

    private static void Encrypt(AesGcm aes, uint number, bool last, ReadOnlySpan<byte> plain, Span<byte> to)
    {
        Span<byte> nonce = stackalloc byte[12];
        Nonce(nonce, number, last);
        aes.Encrypt(nonce, plain, to[..plain.Length], to.Slice(plain.Length, Tag));
    }
}
