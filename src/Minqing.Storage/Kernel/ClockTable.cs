using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

internal sealed class ClockTable : IEntityTypeConfiguration<Clock>
{
    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.ToTable("clocks").HasKey(c => new { c.SubjectId, c.No });
        builder.HasIndex(c => c.WakeAt);
        builder.HasIndex(c => c.ClaimedBy);
        builder.Ignore(c => c.Subject);
        builder.Ignore(c => c.Runs);
        builder.OwnsMany(c => c.Changes, change =>
        {
            change.ToTable("clock_changes").WithOwner().HasForeignKey("SubjectId", "ClockNo");
            change.HasKey("SubjectId", "ClockNo", "No");
            change.Property(x => x.No).ValueGeneratedNever();
        });
        builder.Navigation(c => c.Changes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
