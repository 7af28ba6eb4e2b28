namespace Minqing.Storage.Vault;

/// <summary>The ciphers in use, all in one place: AES and SHA-2 here, the country's own (SM2, SM3, SM4) by another class.</summary>
public interface ICiphers
{
    /// <summary>Names them; stored beside what they made.</summary>
    string Id { get; }

    /// <summary>Encrypts; what is <paramref name="bound"/> (whose it is) must be the same to open it again.</summary>
    byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound);

    /// <summary>Decrypts; throws CryptographicException when a byte was changed, or the key or the binding is another.</summary>
    byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound);

    /// <summary>A keyed hash.</summary>
    byte[] Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data);
}
