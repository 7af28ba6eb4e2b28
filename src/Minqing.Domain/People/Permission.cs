namespace Minqing.Domain.People;

/// <summary>One thing that a post may allow. Which roles have which, and where, is the table in Permissions.</summary>
public enum Permission
{
    /// <summary>What was reported and how it goes, without who reported it.</summary>
    SeeAppeal,

    /// <summary>Name and number of the reporter with most of it hidden.</summary>
    SeeMaskedIdentity,

    /// <summary>Open the vault, with a purpose that is journaled.</summary>
    OpenIdentity,

    /// <summary>The same, of a reporter who asked to be kept from the handlers.</summary>
    OpenKeptIdentity,

    SeeJournal,

    /// <summary>What is late in the area, who has it, since when.</summary>
    SeeLeaderView,

    /// <summary>What waits for the call-back after closing.</summary>
    SeeFollowUps,

    /// <summary>Take reports of callers down at the desk, and find what they reported before.</summary>
    TakeDown,

    /// <summary>Take down at a window, at somebody's home or on a round, without a look at what anybody reported before.</summary>
    TakeDownOutside,

    TakeFirstContact,
    RecordCall,
    WriteNote,
    MessageReporter,
    SignOrder,

    /// <summary>Send one's order up to the next tier.</summary>
    RaiseOrder,

    FinishOrder,
    AcceptRaised,
    SendBack,
    CheckResult,
    FollowUp,
    Reclassify,

    /// <summary>Look at it before the dispatch, and give it to its lead.</summary>
    Dispatch,

    /// <summary>Take a matter of a report apart from the others.</summary>
    SplitReport,

    /// <summary>Judge it in the second stage.</summary>
    Triage,

    /// <summary>Declare it invalid, or confirm that.</summary>
    JudgeValidity,

    /// <summary>Name co-units, whistle, send it out, move it sideways.</summary>
    Coordinate,

    /// <summary>Call departments to a place.</summary>
    Whistle,

    /// <summary>Move the limits of others.</summary>
    GrantTime,

    /// <summary>Join and part appeals.</summary>
    JoinAppeals,

    /// <summary>Keep it to few, name whom it is about.</summary>
    Restrict,
    SampleClosed,

    /// <summary>Read what was drawn of the closed; what becomes of it is for <see cref="SampleClosed"/>.</summary>
    SeeSamples,

    /// <summary>Urge units of the area.</summary>
    UrgeUnits,

    /// <summary>Write an instruction on an appeal of the area.</summary>
    Instruct,

    /// <summary>Every instruction of the area, and what is open.</summary>
    SeeInstructions,

    /// <summary>Rate the handling as the one who instructed, listed or checked it.</summary>
    RateHandling,

    /// <summary>Keep the list of key matters and special governance.</summary>
    KeepKeyMatters,

    /// <summary>Take on a project of special governance, where the profile names the role.</summary>
    ConfirmProject,

    /// <summary>Find who answers for a mishandled appeal, and correct its figures.</summary>
    HoldAccountable,

    /// <summary>Advise as a deputy, ask in special questionings, join visits.</summary>
    Advise,
    HoldQuestioning,

    /// <summary>Read everything of an appeal, and hand out lists.</summary>
    Inspect,
    HoldMeeting,

    /// <summary>Record drives and trainings, send anonymised cases to units.</summary>
    KeepPublicity,
    ManageRegions,
    ManagePeople,
    ManageCodes,
    ManageAccounts,
    /// <summary>Destroy what a reporter gave, for somebody who asks for it by law. Not theirs who handle it: nobody does away with what displeases them.</summary>
    EraseReport,

    ReadAudit,
    SeeOperations,

    /// <summary>Count open limits again after the calendar or the rules were changed.</summary>
    RecountLimits,
}
