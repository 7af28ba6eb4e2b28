namespace Minqing.Domain.Kernel;

/// <summary>Who acts: a person by virtue of a post, on behalf of somebody, from which client. All empty for the reporter and for the platform itself.</summary>
public sealed record Actor(string Client, PersonId? Person = null, PostId? Post = null, UnitId? Unit = null, string? Role = null, PersonId? OnBehalfOf = null)
{
    /// <summary>The platform itself: clocks, schedules.</summary>
    public static readonly Actor Platform = new("platform");

    /// <summary>The reporter, on the citizen's pages or interface.</summary>
    public static readonly Actor Reporter = new("reporter");
}

/// <summary>By whom and when a step was taken; <paramref name="At"/> is UTC, whole milliseconds.</summary>
public sealed record By(Actor Actor, DateTime At);
