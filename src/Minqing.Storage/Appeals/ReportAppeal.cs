using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Appeals;

/// <summary>Which report is worked on in which appeal: many to many, because of merging and splitting.</summary>
public sealed class ReportAppeal
{
    public ReportId Report { get; init; }

    public AppealId Appeal { get; init; }

    public DateTime Since { get; init; }

    /// <summary>The appeal through which it came, because that one went into this one; null where it came by itself.</summary>
    public AppealId? Via { get; init; }
}

internal sealed class ReportAppealTable : IEntityTypeConfiguration<ReportAppeal>
{
    public void Configure(EntityTypeBuilder<ReportAppeal> builder)
    {
        builder.ToTable("report_appeals").HasKey(l => new { l.Report, l.Appeal });
        builder.HasIndex(l => l.Appeal);
    }
}
