namespace Minqing.Storage.Kernel;

/// <summary>A value that changes with every change of what it is named for; whoever keeps a copy compares it.</summary>
public sealed class Stamp
{
    /// <summary>Units, people, posts and who holds them.</summary>
    public const string People = "people";

    /// <summary>The tree of regions.</summary>
    public const string Regions = "regions";

    /// <summary>The posted codes.</summary>
    public const string Codes = "codes";

    /// <summary>What places are found by: has a value made of the two it was built from.</summary>
    public const string PlaceNames = "place-names";

    /// <summary>There only where the data is made up: set before the first made-up row.</summary>
    public const string Demonstration = "demonstration";

    public required string Name { get; init; }

    public required Guid Value { get; set; }
}
