using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Vault;

/// <summary>The installation's keys, read from the key file: versioned master keys that wrap data keys, and the key of the blind index.</summary>
public sealed class MasterKeys(ICiphers ciphers, IReadOnlyDictionary<int, byte[]> masters, byte[] index)
{
    /// <summary>The version that wraps new keys.</summary>
    public int Newest { get; } = masters.Keys.Max();

    /// <summary>Names the ciphers in use.</summary>
    public string Ciphers => ciphers.Id;

    public IEnumerable<int> Versions => masters.Keys;

    public DataKey NewKey() => new(ciphers, RandomNumberGenerator.GetBytes(32));

    /// <summary>A data key as it may be stored, bound to whose it is.</summary>
    public WrappedKey Wrap(DataKey key, Guid of) => new(Newest, ciphers.Seal(masters[Newest], key.Bytes, of.ToByteArray()));

    public DataKey Unwrap(WrappedKey key, Guid of) =>
        masters.TryGetValue(key.Version, out var master)
            ? new(ciphers, ciphers.Open(master, key.Bytes, of.ToByteArray()))
            : throw new KeyFileException(string.Create(CultureInfo.InvariantCulture, $"The key file has no master key of version {key.Version}."));

    /// <summary>What a number is looked up by: equal for equal numbers, telling nothing without the key.</summary>
    public byte[] IndexOf(PhoneNumber phone) => ciphers.Mac(index, Encoding.UTF8.GetBytes(phone.Value));

    /// <summary>A keyed hash of a record's id for one purpose, such as the reporter's query code: known only to this installation, the same for ever.</summary>
    public byte[] MacOf(string purpose, Guid id) => MacOf(purpose, id.ToByteArray());

    /// <summary>The same of any bytes: for comparing what must not be guessed from what is stored.</summary>
    public byte[] MacOf(string purpose, ReadOnlySpan<byte> data) => ciphers.Mac(index, [.. Encoding.UTF8.GetBytes(purpose + "\0"), .. data]);

    /// <summary>Tells master keys of the same version apart without giving them away.</summary>
    public string Fingerprint(int version) =>
        Convert.ToHexStringLower(ciphers.Mac(masters[version], "minqing master key"u8)[..16]);
}

/// <summary>A data key under a master key of some version.</summary>
public readonly record struct WrappedKey(int Version, byte[] Bytes);
