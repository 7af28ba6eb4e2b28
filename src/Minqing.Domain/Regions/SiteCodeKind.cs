namespace Minqing.Domain.Regions;

/// <summary>What a posted code stands at.</summary>
public enum SiteCodeKind
{
    /// <summary>A building or one of its entrances.</summary>
    Building,

    /// <summary>A group of households, about thirty.</summary>
    Households,

    /// <summary>The notice board of a village or community.</summary>
    Board,

    /// <summary>An office, a school, a company: a unit's own.</summary>
    Unit,

    /// <summary>A street or square, for all who pass by.</summary>
    Street,
}
