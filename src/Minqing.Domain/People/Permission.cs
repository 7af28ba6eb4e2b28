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
    ManageRegions,
    ManagePeople,
    ManageCodes,
    ManageAccounts,
    /// <summary>Destroy what a reporter gave, for somebody who asks for it by law. Not theirs who handle it: nobody does away with what displeases them.</summary>
    EraseReport,

    ReadAudit,
    SeeOperations,
}
