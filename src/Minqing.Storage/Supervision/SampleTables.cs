using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Supervision;

namespace Minqing.Storage.Supervision;

internal sealed class SampledAppealTable : IEntityTypeConfiguration<SampledAppeal>
{
    public void Configure(EntityTypeBuilder<SampledAppeal> builder)
    {
        builder.ToTable("sampled_appeals").HasKey(s => new { s.Appeal, s.Round });
        builder.HasIndex(s => new { s.State, s.DrawnAt });
        builder.Property(s => s.State).IsConcurrencyToken();
    }
}

internal sealed class FoundSignTable : IEntityTypeConfiguration<FoundSign>
{
    public void Configure(EntityTypeBuilder<FoundSign> builder)
    {
        builder.ToTable("found_signs").HasKey(s => s.Id);
        builder.HasIndex(s => s.FoundAt);
        builder.HasIndex(s => s.Appeal);
    }
}

internal sealed class EvidencePrintTable : IEntityTypeConfiguration<EvidencePrint>
{
    public void Configure(EntityTypeBuilder<EvidencePrint> builder)
    {
        builder.ToTable("evidence_prints").HasKey(p => p.Media);
        builder.HasIndex(p => p.Print);
    }
}
