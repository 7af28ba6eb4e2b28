namespace Minqing.Domain.Policy;

/// <summary>What somebody must be to an appeal to take a step in it.</summary>
public enum Relation
{
    /// <summary>The reporter.</summary>
    Reporter,

    /// <summary>In the pool of first contact.</summary>
    Pool,

    /// <summary>Of the first-contact pool or of the lead unit.</summary>
    PoolOrLead,

    /// <summary>Whoever makes the calls for this report: the pool, or the county desk where identity is kept.</summary>
    Caller,

    /// <summary>Of the lead unit.</summary>
    Lead,

    /// <summary>Of the unit to which it was sent up.</summary>
    Upper,

    /// <summary>Of the unit that checks the result.</summary>
    Checker,

    /// <summary>Of the follow-up desk.</summary>
    Desk,

    /// <summary>Of a centre whose area holds the place.</summary>
    Area,
}
