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

    /// <summary>A centre below gave something directly to a department of your level.</summary>
    DepartmentAddressed,

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

    /// <summary>Look at it and give it to its lead.</summary>
    AssignWanted,

    /// <summary>Judge it with the others before it is given to its lead.</summary>
    JudgeWanted,

    /// <summary>Your unit works beside the lead.</summary>
    CoWanted,

    /// <summary>Your unit works on it until it is ruled whose it is.</summary>
    ActFirstWanted,

    /// <summary>Your unit is called to the place.</summary>
    WhistledFor,

    /// <summary>A unit beside you has done its part.</summary>
    CoDone,

    /// <summary>The lead urges you, who work beside it.</summary>
    UrgedByLead,

    /// <summary>A unit disputes that it is its duty: rule.</summary>
    RulingWanted,

    /// <summary>It was ruled that your unit must solve it.</summary>
    RuledToYou,

    /// <summary>Your objection was upheld: it is another's.</summary>
    ObjectionUpheld,

    /// <summary>The lead asks for more time: decide.</summary>
    ExtensionWanted,
    ExtensionGranted,

    /// <summary>The calendar or the rules were changed, and a limit moved with them.</summary>
    LimitMoved,

    /// <summary>Your time stands still until a day.</summary>
    TimeStandsStill,

    /// <summary>Your time runs again, and until when.</summary>
    TimeRunsAgain,

    /// <summary>The limit of the law was lengthened; the city's own stays.</summary>
    LawLimitExtended,
    ExtensionRefused,

    /// <summary>Urged from above.</summary>
    UrgedFromAbove,

    /// <summary>Somebody says that it is no appeal: a second person must agree or not.</summary>
    InvalidProposed,

    /// <summary>You were late beside the lead, and need not do your part any more.</summary>
    CoReleased,

    /// <summary>Somebody asks that what holds a secret be destroyed: a second person must agree or not.</summary>
    PurgeWanted,

    /// <summary>What held a secret was destroyed, as you asked.</summary>
    PurgeDone,

    /// <summary>The second person did not agree that it be destroyed.</summary>
    PurgeRefused,

    /// <summary>A unit outside has answered.</summary>
    OutsideAnswered,

    /// <summary>It started again at the topmost level, and you answer for it.</summary>
    LeaderNamed,

    /// <summary>It lies with a unit in which nobody holds a post: give it to another, or fill the post.</summary>
    NobodyThere,

    /// <summary>A limit runs out soon.</summary>
    LimitNear,

    /// <summary>What you had went into another one.</summary>
    Merged,

    /// <summary>What you had stands for itself again.</summary>
    Parted,

    /// <summary>A limit has passed.</summary>
    LimitPassed,

    /// <summary>A limit passed some time ago and it is still not done.</summary>
    LimitLongPassed,

    /// <summary>A leader instructed you.</summary>
    Instructed,

    /// <summary>Your instruction was answered.</summary>
    InstructionAnswered,

    /// <summary>The leader sent your answer back.</summary>
    AnswerSentBack,

    /// <summary>This week's round is there to instruct on.</summary>
    WeeklyRound,

    /// <summary>Your unit's list of the week is there to be confirmed.</summary>
    ListToConfirm,

    /// <summary>Your unit has not confirmed its list in time.</summary>
    ListNotConfirmed,

    /// <summary>The centre ruled on what your unit objected on its list.</summary>
    ListRuled,

    /// <summary>A unit objects to its list of the week: rule on it.</summary>
    ListObjected,

    /// <summary>Supervision wants something of your unit.</summary>
    DocketTask,

    /// <summary>Something on a list of supervision is yours, or came back to you.</summary>
    DocketOwned,

    /// <summary>Several reported the same kind: a project waits for somebody to take it on.</summary>
    ProjectProposed,

    /// <summary>What supervision asked for was answered.</summary>
    DocketAnswered,

    /// <summary>Something of supervision was handed in: agree to it, or send it back.</summary>
    DocketSubmitted,

    /// <summary>What supervision had with your unit is over.</summary>
    DocketEnded,

    /// <summary>A limit of supervision runs out soon.</summary>
    DocketNear,

    /// <summary>A limit of supervision has passed.</summary>
    DocketLate,

    /// <summary>From a day on your region or unit is merged, split or called otherwise.</summary>
    ReorganisationPlanned,

    /// <summary>It is merged, split or called otherwise now.</summary>
    ReorganisationDone,

    /// <summary>It stays as it is, after all.</summary>
    ReorganisationCalledOff,

    /// <summary>A typical case was sent to your unit.</summary>
    TypicalCase,
}
