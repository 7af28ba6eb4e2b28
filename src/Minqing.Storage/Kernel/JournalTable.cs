using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Minqing.Storage.Kernel;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("journal").HasKey(j => j.Id);
        builder.HasIndex(j => new { j.SubjectId, j.SubjectKind, j.Seq }).IsUnique();
        builder.HasIndex(j => j.Leaf).IsUnique().HasFilter("leaf is not null");
        builder.HasIndex(j => j.Id).HasFilter("leaf is null").HasDatabaseName("ix_journal_unsealed");
        builder.HasIndex(j => new { j.Person, j.At });
        builder.HasIndex(j => new { j.SubjectKind, j.Id }).HasFilter("subject_kind not in ('Appeal', 'Report')"); // what is audited, not the work itself
    }
}
