using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;
using Minqing.Storage.Kernel;
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
        builder.HasParts(r => r.Items, "weekly_round_items", "RoundId", item => item.Property(i => i.Concerns).HasConversion<int>());
    }
}
