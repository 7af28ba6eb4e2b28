namespace Minqing.Domain.Notices;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    /// <summary>A new report of your place: call the reporter.</summary>
    FirstCall,

    /// <summary>A new report of your place whose reporter is known to the desk alone, which calls.</summary>
    FirstCallByDesk,

    /// <summary>Nobody below called in time: you are in the pool now.</summary>
    FirstCallJoined,

    /// <summary>An appeal is now your unit's to solve.</summary>
    WorkArrived,

    /// <summary>The level below asks you to take it over.</summary>
    RaisedToYou,

    /// <summary>The level below sent it past yours, straight to a higher one.</summary>
    LevelSkipped,

    /// <summary>The level above sent it back, or the check refused the result.</summary>
    SentBack,

    /// <summary>A result waits for your check.</summary>
    CheckWanted,

    /// <summary>It is closed: ask the reporter how it was.</summary>
    FollowUpWanted,

    /// <summary>The reporter urges.</summary>
    Urged,

    /// <summary>The reporter added words or photos.</summary>
    Supplemented,

    /// <summary>A reporter took the report back.</summary>
    Withdrawn,

    /// <summary>The reporter asks to take it up again.</summary>
    ReopenAsked,

    /// <summary>The reporter says that somebody pressed them to change a rating.</summary>
    PressureTold,

    /// <summary>A limit runs out soon.</summary>
    LimitNear,

    /// <summary>A limit has passed.</summary>
    LimitPassed,

    /// <summary>A limit passed some time ago and it is still not done.</summary>
    LimitLongPassed,
}
