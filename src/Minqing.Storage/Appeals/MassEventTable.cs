using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

internal sealed class MassEventTable : IEntityTypeConfiguration<MassEvent>
{
    public void Configure(EntityTypeBuilder<MassEvent> builder)
    {
        builder.ToTable("mass_events").HasKey(e => e.Id);
        builder.AsAggregate();
        builder.Property(e => e.Path).SortsByBytes();
        builder.HasIndex(e => e.OpenedAt);
    }
}
