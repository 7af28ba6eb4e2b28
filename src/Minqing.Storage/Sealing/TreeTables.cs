using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Sealing;

internal sealed class TreeTables : IEntityTypeConfiguration<TreeHead>, IEntityTypeConfiguration<TreeState>, IEntityTypeConfiguration<TreeBlock>, IEntityTypeConfiguration<SigningKeyRow>
{
    public void Configure(EntityTypeBuilder<TreeHead> builder)
    {
        builder.ToTable("tree_heads").HasKey(h => h.Size);
        builder.Property(h => h.Size).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<TreeState> builder)
    {
        builder.ToTable("tree_state").HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<TreeBlock> builder)
    {
        builder.ToTable("tree_blocks").HasKey(b => b.No);
        builder.Property(b => b.No).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SigningKeyRow> builder) => builder.ToTable("tree_keys").HasKey(k => k.Id);
}

/// <summary>How far the journal is sealed. One row; whoever seals holds its lock.</summary>
public sealed class TreeState
{
    public const int Only = 1;

    public int Id { get; init; }

    public long Size { get; set; }

    /// <summary>The tree's right edge, to go on from.</summary>
    public byte[] Edge { get; set; } = [];
}

/// <summary>The root of a full run of entries: what makes the proof of one entry cheap.</summary>
public sealed class TreeBlock
{
    /// <summary>As a power of two.</summary>
    public const int Level = 10;

    public const int Length = 1 << Level;

    public long No { get; init; }

    public required byte[] Root { get; init; }
}

/// <summary>A public key that signs, or has signed, tree heads.</summary>
public sealed class SigningKeyRow
{
    public required string Id { get; init; }

    public required string Algorithm { get; init; }

    public required byte[] PublicKey { get; init; }
}
