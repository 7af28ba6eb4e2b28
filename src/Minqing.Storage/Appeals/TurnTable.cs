using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.Storage.Appeals;

internal sealed class TurnTable : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turns").HasKey(t => new { t.SubjectId, t.Key, t.Kind });
        builder.HasIndex(t => new { t.Key, t.DueAt });
        builder.HasIndex(t => t.Appeal);
        builder.Property(t => t.Path).SortsByBytes();
        builder.Property(t => t.Key).SortsByBytes();
        builder.HasIndex(t => new { t.DueAt, t.Path });
        builder.HasIndex(t => new { t.Appeal, t.Stopped }).HasFilter("stopped"); // few at any time
        builder.HasIndex(t => new { t.Key, t.Stopped }).HasFilter("stopped");
        builder.HasIndex(t => new { t.Path, t.DueAt }).HasFilter("kind = 'FirstCall'");
    }
}
