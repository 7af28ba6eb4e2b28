namespace Minqing.Domain.Policy;

/// <summary>职责清单: who must solve what, by category and place; versioned, with its legal basis (H-04).</summary>
public sealed record DutyList(string Version, IReadOnlyList<Duty> Duties)
{
    public static readonly DutyList None = new("", []);

    /// <summary>The duty that a matter of this category at this place falls under; the one for the narrowest area where several do.</summary>
    /// <param name="lineage">The division codes of the place and of every region above it.</param>
    public Duty? For(string category, IReadOnlyCollection<string> lineage) =>
        Duties.Where(d => d.Categories.Contains(category) && (d.Regions.Count == 0 || d.Regions.Any(lineage.Contains)))
            .MaxBy(d => d.Regions.Where(lineage.Contains).Select(r => r.TrimEnd('0').Length).DefaultIfEmpty(0).Max());
}

/// <summary>One line of the duty list.</summary>
/// <param name="Regions">The division codes under which it holds; empty for everywhere.</param>
/// <param name="Direct">Whether it goes straight to the lead on receipt; otherwise the list advises and guards.</param>
/// <param name="Basis">The law that says so; empty where none does in so many words.</param>
/// <param name="Condition">When it counts as done.</param>
/// <param name="Reply">The template of the standard reply.</param>
public sealed record Duty(
    string Id,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Regions,
    UnitSought Lead,
    IReadOnlyList<UnitSought> Co,
    bool Direct,
    string Basis,
    string Condition,
    string? Reply)
{
    /// <summary>Whether neither a source nor a law names the lead: to be confirmed by the place.</summary>
    public bool Assumed { get; init; }

    /// <summary>Whether a law leaves it to the villages themselves, so that leading it is no work of a department pushed onto them.</summary>
    public bool SelfGoverned { get; init; }
}

/// <summary>A unit as rules name it: what kind, at which level, and in which field of work where the kind has several. Which unit that is depends on the place.</summary>
/// <param name="Field">Such as <c>housing</c>; null where the kind says enough.</param>
public sealed record UnitSought(UnitKind Kind, RegionLevel Level, string? Field);

/// <summary>A field of work of departments, such as housing or city management.</summary>
public sealed record Field(string Code, string Name);
