using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Regions;

/// <summary>One way in which a place is looked for: its name from some sign on, or its initials. Made from regions and posted codes, and made again when they change.</summary>
public sealed class PlaceName
{
    /// <summary>The region, or the posted code.</summary>
    public Guid Place { get; init; }

    public required string Term { get; init; }

    /// <summary>Where in the name the term begins.</summary>
    public int At { get; init; }

    /// <summary>The region that the place is or lies in.</summary>
    public RegionId Region { get; init; }

    /// <summary>Whether it is a place with a posted code.</summary>
    public bool Coded { get; init; }

    /// <summary>As it was called when the term was made.</summary>
    public required string Name { get; init; }

    /// <summary>Every way in which one place is looked for.</summary>
    public static IEnumerable<PlaceName> Of(Guid place, RegionId region, bool coded, string name) =>
        PlaceTerms.Of(name).Select(t => new PlaceName { Place = place, Term = t.Term, At = t.At, Region = region, Coded = coded, Name = name });
}

internal sealed class PlaceNameTable : IEntityTypeConfiguration<PlaceName>
{
    public void Configure(EntityTypeBuilder<PlaceName> builder)
    {
        builder.ToTable("place_names").HasKey(n => new { n.Place, n.Term });
        builder.Property(n => n.Term).SortsByBytes();
        builder.HasIndex(n => n.Term);
    }
}
