using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

internal sealed class RegionTable : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions").HasKey(r => r.Id);
        builder.Property(r => r.Path).SortsByBytes();
        builder.HasIndex(r => r.Path);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => r.ParentId);
        builder.HasIndex(r => r.MergedInto);
    }
}

internal sealed class RegionVersionTable : IEntityTypeConfiguration<RegionVersion>
{
    public void Configure(EntityTypeBuilder<RegionVersion> builder)
    {
        builder.ToTable("region_versions").HasKey(v => new { v.RegionId, v.Since });
        builder.Property(v => v.Path).SortsByBytes();
        builder.HasIndex(v => v.Path);
    }
}
