using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class CommendationTable : IEntityTypeConfiguration<Commendation>
{
    public void Configure(EntityTypeBuilder<Commendation> builder)
    {
        builder.ToTable("commendations").HasKey(c => c.Id);
        builder.AsAggregate();
        builder.Property(c => c.Path).SortsByBytes();
        builder.HasIndex(c => new { c.Year, c.NominatedAt });
    }
}
