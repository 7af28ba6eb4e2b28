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
    RaiseObjection,
    ReportAsCo,
    UrgeCo,
    Whistle,
    ReportIn,
    Visit,
    AskExtension,
    ProposeInvalid,

    // whoever looks at it before it is dispatched
    Assign,
    PassOn,
    Triage,
    Decline,
    ConfirmInvalid,
    KeepValid,
    AgreePurge,
    RefusePurge,

    // the centre
    Transfer,
    ActFirst,
    AddCo,
    ReleaseCo,
    Refer,
    RecordAnswer,
    GrantExtension,
    RefuseExtension,
    Suspend,
    Resume,
    Restrict,
    NameTarget,
    Merge,
    Unmerge,
    Split,
    JoinEvent,
    SampleReopen,

    // from above and beside
    UrgeUnit,
    RateHandling,

    // whoever checks, calls back, corrects
    PassCheck,
    RejectResult,
    FollowUp,
    Reclassify,

    // the platform
    ClockWarned,
    ClockMissed,
}
