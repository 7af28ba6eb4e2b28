using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>Words that somebody wrote. Erasing them empties text and salt; the journal keeps the hash.</summary>
public sealed class TextRow
{
    public Guid Id { get; init; }

    public SubjectKind SubjectKind { get; init; }

    public Guid SubjectId { get; init; }

    /// <summary>Null once erased.</summary>
    public string? Words { get; set; }

    public byte[]? Salt { get; set; }

    public DateTime? ErasedAt { get; set; }
}

internal sealed class TextTable : IEntityTypeConfiguration<TextRow>
{
    public void Configure(EntityTypeBuilder<TextRow> builder)
    {
        builder.ToTable("texts").HasKey(t => t.Id);
        builder.HasIndex(t => t.SubjectId);
    }
}
