namespace Minqing.Domain.Policy;

/// <summary>Everything somebody can do to a report or an appeal. The kebab-case name stands in the journal, the interfaces and the profile.</summary>
public enum Step
{
    // the reporter
    Receive,
    Supplement,
    Urge,
    Withdraw,
    Rate,
    AskReopen,
    TellPressure,

    // the first tier
    Take,
    RecordCall,
    Message,

    // whoever handles
    Note,
    Sign,
    Raise,
    AcceptRaised,
    SendBack,
    Decide,
    Finish,
    ProvePromise,

    // whoever checks, calls back, corrects
    PassCheck,
    RejectResult,
    FollowUp,
    Reclassify,

    // the platform
    ClockWarned,
    ClockMissed,
}
