using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports").HasKey(r => r.Id);
        builder.AsAggregate();
        builder.Ignore(r => r.Turns);
        builder.Ignore(r => r.Pool);
        builder.Ignore(r => r.Callers);
        builder.Ignore(r => r.SeenOnRound);
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.Appeal);
        builder.Ignore(r => r.Place);
        builder.Property(r => r.Point).HasConversion<PointText>();
        builder.Property(r => r.Path).SortsByBytes();
        builder.HasIndex(r => r.Path);
        builder.Property(r => r.Ladder).HasConversion<JsonList<string>, JsonListComparer<string>>();
        builder.HasParts(r => r.Calls, "calls", "ReportId");
        builder.HasParts(r => r.FollowUps, "follow_ups", "ReportId");
    }
}
