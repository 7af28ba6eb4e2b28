namespace Minqing.Domain.Supervision;

/// <summary>What those who supervise may have going on beside single appeals.</summary>
public enum DocketKind
{
    /// <summary>重点督办: a matter that concerns many.</summary>
    KeyMatter,

    /// <summary>专项治理: several reports of one kind treated as one class of cases.</summary>
    Governance,

    /// <summary>责任倒查: who answers for a mishandled appeal.</summary>
    Accountability,

    /// <summary>Advice of a deputy to a unit.</summary>
    Advice,

    /// <summary>专题询问: deputies put questions to units.</summary>
    Questioning,

    /// <summary>A list that an inspector hands out.</summary>
    Inspection,

    /// <summary>联席会议: several appeals, several units, decisions as tasks.</summary>
    Meeting,

    /// <summary>一票否决: a unit is barred from awards for the year, after it was heard.</summary>
    Veto,
}

/// <summary>Where it stands.</summary>
public enum DocketState
{
    Proposed,
    Open,

    /// <summary>Handed in, and to be looked at by another person.</summary>
    Submitted,
    Ended,
    Refused,
}

/// <summary>What can be done with it.</summary>
public enum DocketStep
{
    Confirm,
    Refuse,
    FindCause,
    SetTask,
    Answer,
    AcceptTask,
    ReturnTask,
    Report,
    Visit,
    Minute,
    NameAnswerable,
    Find,
    Submit,
    StrikeOff,
    SendBack,
    Close,
}

/// <summary>What somebody must be to it to take a step.</summary>
public enum DocketPart
{
    /// <summary>May keep this kind of thing at this place.</summary>
    Keeper,

    /// <summary>Holds the post that the profile names to confirm projects.</summary>
    Confirmer,

    /// <summary>Of the unit that answers for the whole.</summary>
    Owner,

    KeeperOrOwner,

    /// <summary>Of the unit that has the task.</summary>
    Assignee,

    /// <summary>Whoever gave the task, or keeps the whole.</summary>
    Giver,

    /// <summary>A deputy whose remit covers it, or whoever keeps or owns it.</summary>
    Visitor,

    /// <summary>A deputy whose remit covers it.</summary>
    Deputy,
}

/// <summary>What an accountability begins with.</summary>
public enum DocketOrigin
{
    Complaint,
    FalseClosing,
    Inspection,
}

/// <summary>What the mishandling led to that bars a unit from awards.</summary>
public enum VetoGround
{
    /// <summary>Many petitioned together.</summary>
    MassPetition,

    /// <summary>Somebody came to grave harm.</summary>
    GraveHarm,
}

/// <summary>What was found.</summary>
public enum Finding
{
    Unfounded,
    Delay,
    Shirking,
    FalseClosing,
    FalseData,
}

/// <summary>What follows for somebody who answers for it.</summary>
public enum Consequence
{
    None,
    Talk,
    Criticism,
    Discipline,
}
