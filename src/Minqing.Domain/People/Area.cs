namespace Minqing.Domain.People;

/// <summary>How far a permission of a post reaches.</summary>
public enum Area
{
    /// <summary>The region of the post and everything below it.</summary>
    Region,

    /// <summary>What stands with the unit of the post, wherever it happened.</summary>
    Unit,

    /// <summary>The whole installation.</summary>
    Anywhere,
}
