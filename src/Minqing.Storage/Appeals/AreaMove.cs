using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

/// <summary>An appeal that went from one path to another while it was open: what was received under the old name stays countable there.</summary>
public sealed class AreaMove
{
    public Guid Id { get; init; }

    public AppealId Appeal { get; init; }

    public required string FromPath { get; init; }

    public required string ToPath { get; init; }

    public DateTime At { get; init; }
}

internal sealed class AreaMoveTable : IEntityTypeConfiguration<AreaMove>
{
    public void Configure(EntityTypeBuilder<AreaMove> builder)
    {
        builder.ToTable("area_moves").HasKey(m => m.Id);
        builder.Property(m => m.FromPath).SortsByBytes();
        builder.Property(m => m.ToPath).SortsByBytes();
        builder.HasIndex(m => m.FromPath);
        builder.HasIndex(m => m.ToPath);
    }
}
