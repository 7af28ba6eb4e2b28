using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class PublicityTable : IEntityTypeConfiguration<Publicity>
{
    public void Configure(EntityTypeBuilder<Publicity> builder)
    {
        builder.ToTable("publicity").HasKey(p => p.Id);
        builder.AsAggregate();
        builder.Property(p => p.Path).SortsByBytes();
        builder.Property(p => p.Units).HasConversion(new JsonList<Guid>(), new JsonListComparer<Guid>());
        builder.Property(p => p.Villages).HasConversion(new JsonList<Guid>(), new JsonListComparer<Guid>());
        builder.HasIndex(p => new { p.Path, p.Year });
        builder.HasIndex(p => new { p.Kind, p.Year });
    }
}
