namespace Minqing.Domain.Appeals;

/// <summary>What about an open appeal calls for those who supervise (S-01). Follows from its facts; several may hold at once.</summary>
[Flags]
public enum Concern
{
    None = 0,

    /// <summary>A limit has passed, and what it was for is not done.</summary>
    Overdue = 1,

    /// <summary>The last warning before a limit was given.</summary>
    NearDue = 2,

    /// <summary>Sent back down, or refused by the check, twice or more.</summary>
    Returned = 4,

    /// <summary>The reporter was dissatisfied twice.</summary>
    Unsatisfied = 8,

    /// <summary>Of a mass event, or reported by so many that they count as a group (群体性).</summary>
    Group = 16,

    /// <summary>Kept to few.</summary>
    Sensitive = 32,

    /// <summary>Reported more than once.</summary>
    Repeated = 64,
}
