namespace Minqing.Domain.Supervision;

/// <summary>How far an instruction is.</summary>
public enum InstructionState
{
    Given,
    Acknowledged,

    /// <summary>The leader looks at the answer.</summary>
    Answered,

    /// <summary>The answer did not do.</summary>
    SentBack,
    Done,
}
