using Minqing.Domain.Kernel;

namespace Minqing.Storage.Vault;

/// <summary>One report's personal data as stored: sealed under a key of its own, which is stored wrapped. Erasure destroys both.</summary>
public sealed class VaultEntry
{
    public ReportId Report { get; init; }

    /// <summary>Which ciphers made it.</summary>
    public required string Ciphers { get; init; }

    /// <summary>The version of the master key that wraps <see cref="WrappedKey"/>.</summary>
    public int KeyVersion { get; set; }

    public byte[]? WrappedKey { get; set; }

    public byte[]? Sealed { get; set; }

    /// <summary>The keyed hash of the phone number, for finding a caller's reports.</summary>
    public byte[]? PhoneIndex { get; set; }

    public DateTime KeptAt { get; init; }

    public DateTime? ErasedAt { get; set; }
}
