using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Searching;

/// <summary>What a report is found by: its words as pairs of signs, and the areas it lies in. Goes when the words are erased.</summary>
public sealed class SearchText
{
    // Counties and what lies below; a province's mark would stand in every row.
    private const int ShortestArea = 6;

    private static readonly DateTime Begin = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>In the order of receipt: the newest has the highest.</summary>
    public long No { get; init; }

    public ReportId Report { get; init; }

    /// <summary>Parted by spaces.</summary>
    public required string Tokens { get; init; }

    public static SearchText Of(ReportId report, string words, string path, DateTime receivedAt) => new()
    {
        No = NoAt(receivedAt) | (uint)RandomNumberGenerator.GetInt32(1 << 22),
        Report = report,
        Tokens = string.Join(' ', Areas(path).Concat(Bigrams.Of(words))),
    };

    /// <summary>The lowest number of that instant: 41 bits of milliseconds, 22 that part those of the same one.</summary>
    public static long NoAt(DateTime at) => (long)Math.Max(0, (at - Begin).TotalMilliseconds) << 22;

    /// <summary>The mark of an area, from a county down; null where it is larger.</summary>
    public static string? Area(string path) => path.Replace("/", "", StringComparison.Ordinal) is { Length: >= ShortestArea } code ? "p" + code : null;

    private static IEnumerable<string> Areas(string path) => new RegionPath(path).Lineage().Select(p => Area(p.Value)).OfType<string>();
}

internal sealed class SearchTextTable : IEntityTypeConfiguration<SearchText>
{
    public void Configure(EntityTypeBuilder<SearchText> builder)
    {
        builder.ToTable("search_texts").HasKey(t => t.No);
        builder.Property(t => t.No).ValueGeneratedNever();
        builder.HasIndex(t => t.Report).IsUnique();
    }
}
