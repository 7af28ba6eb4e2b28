using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class ReconciliationTable : IEntityTypeConfiguration<Reconciliation>
{
    public void Configure(EntityTypeBuilder<Reconciliation> builder)
    {
        builder.ToTable("reconciliations").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.AsAggregate();
        builder.Property(r => r.Path).SortsByBytes();
        builder.HasIndex(r => new { r.Slot, r.Path });
        builder.HasIndex(r => new { r.Unit, r.Slot });
        builder.HasParts(r => r.Lines, "reconciled_lines", "ReconciliationId");
    }
}
