namespace Minqing.Domain.Policy;

/// <summary>What somebody must be to an appeal to take a step in it.</summary>
public enum Relation
{
    /// <summary>The reporter.</summary>
    Reporter,

    /// <summary>In the pool of first contact.</summary>
    Pool,

    /// <summary>Of the first-contact pool or of the lead unit, which before the dispatch is whoever screens.</summary>
    PoolOrLead,

    /// <summary>Whoever makes the calls for this report: the pool, or the county desk where identity is kept.</summary>
    Caller,

    /// <summary>Whoever makes the calls for this report, or of the lead unit, which before the dispatch is whoever screens.</summary>
    CallerOrLead,

    /// <summary>Of the lead unit.</summary>
    Lead,

    /// <summary>Of the lead unit, or of one that works beside it under an order of its own.</summary>
    LeadOrCo,

    /// <summary>Of a unit that works beside the lead: co-unit, act-first, whistled for.</summary>
    Co,

    /// <summary>Of the unit that looks at it before it is dispatched; while nobody is there, of a centre whose area holds the place.</summary>
    Screener,

    /// <summary>Of a unit that judges it in the second stage.</summary>
    Judge,

    /// <summary>Of the unit that decides the extension asked for; while nobody is there, of a centre whose area holds the place.</summary>
    Granter,

    /// <summary>Of the unit to which it was sent up.</summary>
    Upper,

    /// <summary>Of the unit that checks the result; while nobody is there, of a centre whose area holds the place, never of the lead itself.</summary>
    Checker,

    /// <summary>Of the follow-up desk.</summary>
    Desk,

    /// <summary>Of a centre whose area holds the place.</summary>
    Area,

    /// <summary>Who dispatches in an area that holds the place; and whoever speaks with the reporter: makes the calls for this report, or took it down.</summary>
    AreaOrContact,
}
