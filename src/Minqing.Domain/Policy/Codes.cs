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

    /// <summary>False closing was found.</summary>
    Accountability,
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

    /// <summary>Taken down on a visit to the person's home.</summary>
    HomeVisit,
    Patrol,
}

/// <summary>How a person agreed to being spoken for by somebody of the staff.</summary>
public enum Consent
{
    /// <summary>They said so, to whoever took it down.</summary>
    Oral,

    /// <summary>They signed, or put their fingerprint to it.</summary>
    Written,
}

/// <summary>Why a check refused a result: the matter itself, or how it is worded (H-21).</summary>
public enum RejectionKind
{
    Substance,
    Wording,
}

/// <summary>Why something is no appeal at all (I-31).</summary>
public enum InvalidReason
{
    Test,
    Blank,
    Prank,
    OutOfArea,
    Unintelligible,
    DuplicateSubmit,
}

/// <summary>The six special routes besides dispatch, each with its notice to the person (Beijing regulation, article 11).</summary>
public enum SpecialRoute
{
    /// <summary>110, 119, 120, 122 at once.</summary>
    Emergency,

    /// <summary>Court, arbitration, reconsideration, discipline, petition: a route that a law gives.</summary>
    StatutoryRoute,

    /// <summary>The same matter is running, or was answered, and nothing is new.</summary>
    SameMatter,
    SecretOrPrivacy,
    OutsideDuties,
    AgainstLawOrMorals,
}

/// <summary>What kind of secret was submitted, where the law lets none of it stay (I-31; 保守国家秘密法).</summary>
public enum SecretKind
{
    State,
    Military,
    Work,
}

/// <summary>Why a demand is closed as unfounded (Linyi's eight; H-25).</summary>
public enum UnfoundedReason
{
    OutOfJurisdiction,
    StatutoryRouteOrPetition,
    AgainstLawOrPolicy,
    SecretPrivacyMorals,
    UntrueAfterCheck,
    BeyondReason,
    HearingFoundUnreasonable,
    PrivateGainOrMalice,
}

/// <summary>Why a unit disputes a dispatch (H-12).</summary>
public enum ReturnReason
{
    NotMyDuty,
    NotMyArea,
    NoAuthority,
    AlreadyHandled,
    InsufficientInfo,
    DuplicateOf,
    RecusalNeeded,
}

/// <summary>For what a clock may stand still (D-05).</summary>
public enum SuspendReason
{
    AwaitReporterMaterial,
    StatutoryProcedure,
    SeasonOrWeather,
    FundingApproved,
    ThirdPartyLawsuit,
    ForceMajeure,
}

/// <summary>A way out of the platform (H-15).</summary>
public enum WayOut
{
    Petition,
    Judicial,
    DeputySuggestion,
    VisitDay,
    PlatformAbove,
}
