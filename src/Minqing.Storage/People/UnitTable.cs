using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.People;

namespace Minqing.Storage.People;

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units").HasKey(u => u.Id);
        builder.HasIndex(u => u.Code).IsUnique();
        builder.HasIndex(u => new { u.RegionId, u.Kind });
        builder.HasIndex(u => u.ParentId);
        builder.Ignore(u => u.Now);
        builder.OwnsMany(u => u.Versions, version =>
        {
            version.ToTable("unit_versions").WithOwner().HasForeignKey("UnitId");
            version.HasKey("UnitId", nameof(UnitVersion.No));
            version.Property(v => v.No).ValueGeneratedNever();
            version.Ignore(v => v.Was);
        });
        builder.OwnsMany(u => u.Areas, area =>
        {
            area.ToTable("unit_areas").WithOwner().HasForeignKey("UnitId");
            area.HasKey("UnitId", nameof(UnitArea.No));
            area.Property(a => a.No).ValueGeneratedNever();
            area.HasIndex(a => a.RegionId);
        });
        builder.Navigation(u => u.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(u => u.Areas).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
