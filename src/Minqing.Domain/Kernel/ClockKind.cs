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
    FollowUp,
    ExtensionDecision,
    InstructionAnswer,
    AdviceAnswer,
    Promise,
    Statutory,
}
