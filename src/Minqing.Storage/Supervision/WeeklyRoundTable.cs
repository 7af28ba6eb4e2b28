using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Supervision;

internal sealed class WeeklyRoundTable : IEntityTypeConfiguration<WeeklyRound>
{
    public void Configure(EntityTypeBuilder<WeeklyRound> builder)
    {
        builder.ToTable("weekly_rounds").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Path).SortsByBytes();
        builder.HasIndex(r => new { r.Path, r.Slot });
        builder.OwnsMany(r => r.Items, item =>
        {
            item.ToTable("weekly_round_items").WithOwner().HasForeignKey("RoundId");
            item.HasKey("RoundId", nameof(RoundItem.No));
            item.Property(i => i.No).ValueGeneratedNever();
            item.Property(i => i.Concerns).HasConversion<int>();
        });
        builder.Navigation(r => r.Items).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
