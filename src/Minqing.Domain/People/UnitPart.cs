namespace Minqing.Domain.People;

/// <summary>What a post is to its unit.</summary>
public enum UnitPart
{
    Member,
    Head,

    /// <summary>Whom other units call.</summary>
    Liaison,
}
