using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

internal sealed class RecountTable : IEntityTypeConfiguration<Recount>, IEntityTypeConfiguration<RecountMove>
{
    public void Configure(EntityTypeBuilder<Recount> builder)
    {
        builder.ToTable("recounts").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Path).SortsByBytes();
        builder.Property(r => r.Stage).IsConcurrencyToken();
        builder.Ignore(r => r.By);
        builder.HasIndex(r => new { r.Path, r.AskedAt });
    }

    public void Configure(EntityTypeBuilder<RecountMove> builder)
    {
        builder.ToTable("recount_moves").HasKey(m => new { m.Recount, m.No });
        builder.Property(m => m.No).ValueGeneratedNever();
        builder.HasOne<Recount>().WithMany().HasForeignKey(m => m.Recount);
    }
}
