using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Intake;

/// <summary>A submission by its retry key: the same key again gives the same answer. Kept 7 days.</summary>
public sealed class SubmissionKey
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>SHA-256 of the key that the sender chose, hex.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of what was sent with it, hex: another body under the same key is refused.</summary>
    public required string Body { get; init; }

    public ReportId Report { get; init; }

    public DateTime At { get; init; }
}

internal sealed class SubmissionKeyTable : IEntityTypeConfiguration<SubmissionKey>
{
    public void Configure(EntityTypeBuilder<SubmissionKey> builder)
    {
        builder.ToTable("submission_keys").HasKey(k => k.Key);
        builder.HasIndex(k => k.At);
    }
}
