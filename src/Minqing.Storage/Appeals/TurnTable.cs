using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Appeals;

namespace Minqing.Storage.Appeals;

internal sealed class TurnTable : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turns").HasKey(t => new { t.SubjectId, t.Key, t.Kind });
        builder.HasIndex(t => new { t.Key, t.DueAt });
        builder.HasIndex(t => t.Appeal);
        builder.HasIndex(t => new { t.DueAt, t.Path });
    }
}
