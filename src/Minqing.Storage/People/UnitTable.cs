using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.People;
using Minqing.Storage.Kernel;

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
        builder.HasParts(u => u.Versions, "unit_versions", "UnitId", version => version.Ignore(v => v.Was));
        builder.HasParts(u => u.Areas, "unit_areas", "UnitId", area => area.HasIndex(a => a.RegionId));
    }
}
