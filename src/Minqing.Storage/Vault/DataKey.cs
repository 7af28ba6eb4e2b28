using System.Security.Cryptography;

namespace Minqing.Storage.Vault;

/// <summary>The key of one report's personal data, unwrapped and in memory only. What it sealed is gone for good once its wrapped form is destroyed.</summary>
public sealed class DataKey : IDisposable
{
    private readonly ICiphers ciphers;
    private readonly byte[] bytes;

    internal DataKey(ICiphers ciphers, byte[] bytes) => (this.ciphers, this.bytes) = (ciphers, bytes);

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Encrypts for storage; <paramref name="bound"/> says whose it is (an id) and must be given again to open it.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound) => ciphers.Seal(bytes, plain, bound);

    /// <summary>Decrypts; throws CryptographicException when anything was changed.</summary>
    public byte[] Open(ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> bound) => ciphers.Open(bytes, cipher, bound);

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
