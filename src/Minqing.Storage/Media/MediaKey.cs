using System.Security.Cryptography;

namespace Minqing.Storage.Media;

/// <summary>The 256-bit key of one piece of media. Each file derives its own from it, so that no nonce is ever used twice.</summary>
public readonly record struct MediaKey(byte[] Bytes)
{
    public const int Length = 32;

    public static MediaKey New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The key of one file.</summary>
    internal AesGcm ForFile(ReadOnlySpan<byte> salt)
    {
        Span<byte> key = stackalloc byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Bytes, key, salt, "minqing media file"u8);
        return new AesGcm(key, MediaSeal.Tag);
    }
}
