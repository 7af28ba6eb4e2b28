namespace Minqing.Domain.Policy;

/// <summary>How large a matter is; it rises with the level that takes it (H-10).</summary>
public enum Grade
{
    Ordinary,
    Larger,
    Difficult,
    CrossRegion,
}

/// <summary>How soon someone must act.</summary>
public enum Urgency
{
    Normal,
    Urgent,
    LifeThreatening,
}

/// <summary>What the reporter wants.</summary>
public enum Intent
{
    Inquiry,
    Help,
    Complaint,
    Disclosure,
    Suggestion,
    Praise,
}

/// <summary>What became of the matter: a fact apart from closed and from satisfied (H-20).</summary>
public enum Outcome
{
    Solved,
    Explained,
    Unfounded,
    Unsolved,

    /// <summary>Cannot be done now; closed with a date on which it must be proven.</summary>
    Promised,
}

/// <summary>Why a round of handling began.</summary>
public enum RoundReason
{
    First,
    Rectify,
    Restart,
    ReporterRequest,
    CitySample,
    PromiseBroken,
}

/// <summary>What became of a call to the reporter.</summary>
public enum CallOutcome
{
    Reached,
    NoAnswer,
    WrongNumber,
    Refused,
}

/// <summary>Through which entry a report came.</summary>
public enum Channel
{
    Code,
    Interface,
    Hotline,
    Window,
    Patrol,
}

/// <summary>Why a check refused a result: the matter itself, or how it is worded (H-21).</summary>
public enum RejectionKind
{
    Substance,
    Wording,
}
