using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Regions;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Regions;

internal sealed class ReorganisationTable : IEntityTypeConfiguration<Reorganisation>
{
    public void Configure(EntityTypeBuilder<Reorganisation> builder)
    {
        builder.ToTable("reorganisations").HasKey(r => r.Id);
        builder.AsAggregate();
        builder.Property(r => r.Parts).HasConversion(new JsonList<GridPart>(), new JsonListComparer<GridPart>());
        builder.Property(r => r.Moving).HasConversion(new JsonList<Guid>(), new JsonListComparer<Guid>());
        builder.HasIndex(r => r.Region);
        builder.HasIndex(r => r.Successor);
        builder.HasIndex(r => new { r.State, r.Day });
    }
}
