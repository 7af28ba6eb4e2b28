namespace Minqing.Domain.Kernel;

/// <summary>A stop, an extension or another rule of a clock, kept beside it.</summary>
public sealed class ClockChange
{
    private ClockChange()
    {
    }

    internal ClockChange(int no, ClockChangeKind kind, DateTime at, DateTime dueBefore, ClockRule? ruleBefore, string? reason)
    {
        (No, Kind, At, DueBefore, RuleBefore, Reason) = (no, kind, at, dueBefore, ruleBefore, reason);
    }

    /// <summary>1, 2, 3 … within the clock.</summary>
    public int No { get; private set; }

    public ClockChangeKind Kind { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When a stop ended; null while it stands.</summary>
    public DateTime? EndedAt { get; internal set; }

    public DateTime DueBefore { get; private set; }

    public ClockRule? RuleBefore { get; private set; }

    /// <summary>A coded reason; null where none is needed.</summary>
    public string? Reason { get; private set; }
}

/// <summary>What may change a running clock.</summary>
public enum ClockChangeKind
{
    Ruled,
    Extended,
    Stopped,
}
