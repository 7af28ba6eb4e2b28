using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Regions;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Regions;

internal sealed class SiteCodeTable : IEntityTypeConfiguration<SiteCode>
{
    public void Configure(EntityTypeBuilder<SiteCode> builder)
    {
        builder.ToTable("site_codes").HasKey(c => c.Id);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.Region);
        builder.Ignore(c => c.InUse);
        builder.Ignore(c => c.Site);
        builder.Property(c => c.Point).HasConversion<PointText>();
        // Two who replace or revoke it at once: one of them is told.
        builder.Property(c => c.RevokedAt).IsConcurrencyToken();
        builder.Property(c => c.ReplacedBy).IsConcurrencyToken();
    }
}
