using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Appeals;

internal sealed class LedgerExportTable : IEntityTypeConfiguration<LedgerExport>
{
    public void Configure(EntityTypeBuilder<LedgerExport> builder)
    {
        builder.ToTable("ledger_exports").HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.AsAggregate();
        builder.HasIndex(e => e.At);
    }
}
