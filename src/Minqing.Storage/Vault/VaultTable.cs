using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Vault;

internal sealed class VaultTable : IEntityTypeConfiguration<VaultEntry>, IEntityTypeConfiguration<KnownKey>
{
    public void Configure(EntityTypeBuilder<VaultEntry> builder)
    {
        builder.ToTable("vault").HasKey(v => v.Report);
        builder.HasIndex(v => v.PhoneIndex);
    }

    public void Configure(EntityTypeBuilder<KnownKey> builder)
    {
        builder.ToTable("vault_keys").HasKey(k => k.Version);
        builder.Property(k => k.Version).ValueGeneratedNever();
    }
}

/// <summary>A master key that this database was used with, by its fingerprint.</summary>
public sealed class KnownKey
{
    public int Version { get; init; }

    public required string Fingerprint { get; init; }

    public DateTime SeenAt { get; init; }
}
