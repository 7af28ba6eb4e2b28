using System.Security.Cryptography;

namespace Minqing.Storage.Vault;

/// <summary>AES-256-GCM and HMAC-SHA-256. Sealed: nonce (12 bytes), tag (16), text.</summary>
public sealed class AesCiphers : ICiphers
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public string Id => "aes256gcm-hmacsha256";

    public byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var made = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(made.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(made.AsSpan(0, Nonce), plain, made.AsSpan(Nonce + Tag), made.AsSpan(Nonce, Tag), bound);
        return made;
    }

    public byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound)
    {
        if (cipher.Length < Nonce + Tag)
            throw new CryptographicException("Too short to be sealed.");

        var plain = new byte[cipher.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(cipher[..Nonce], cipher[(Nonce + Tag)..], cipher.Slice(Nonce, Tag), plain, bound);
        return plain;
    }

    public byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => HMACSHA256.HashData(key, data);
}
