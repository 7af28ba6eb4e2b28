namespace Minqing.Domain.Kernel;

/// <summary>What a clock waits for.</summary>
public enum ClockKind
{
    FirstCall,
    Dispatch,
    Sign,
    Handle,
    Check,
    CoUnit,

    /// <summary>A unit beside the lead signs for its task.</summary>
    CoSign,

    /// <summary>A unit that was whistled for signs that it comes.</summary>
    WhistleSign,
    FollowUp,
    ExtensionDecision,
    InstructionAnswer,
    AdviceAnswer,
    Promise,
    Statutory,

    /// <summary>A ruling on who does it.</summary>
    Ruling,

    /// <summary>A unit that was whistled for reports in.</summary>
    ReportIn,

    /// <summary>An answer from outside the platform.</summary>
    External,

    /// <summary>The whole of something that is supervised.</summary>
    Docket,

    /// <summary>A task within it.</summary>
    Task,

    /// <summary>A unit's answer to its list of the week.</summary>
    Reconciliation,
}
