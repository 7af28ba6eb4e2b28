using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>Whose move it is, for which step, until when. "My list" is the turns under my keys (D-08).</summary>
public sealed class Turn
{
    private Turn()
    {
    }

    internal Turn(Guid subject, AppealId appeal, string path, string key, TurnKind kind, DateTime startAt, DateTime dueAt, bool stopped)
    {
        (SubjectId, Appeal, Path, Key, Kind, StartAt, DueAt, Stopped) = (subject, appeal, path, key, kind, startAt, dueAt, stopped);
    }

    /// <summary>The report or appeal that it belongs to.</summary>
    public Guid SubjectId { get; private set; }

    public AppealId Appeal { get; internal set; }

    /// <summary>The path of the place, so that a leader's area is one index range.</summary>
    public string Path { get; internal set; } = "";

    public string Key { get; private set; } = "";

    public TurnKind Kind { get; private set; }

    /// <summary>When the clock behind it began: with <see cref="DueAt"/> the share of time used.</summary>
    public DateTime StartAt { get; internal set; }

    public DateTime DueAt { get; internal set; }

    /// <summary>Whether the clock behind it stands still: it is counted apart, and is not late (D-05).</summary>
    public bool Stopped { get; internal set; }
}

/// <summary>What the turn is for.</summary>
public enum TurnKind
{
    FirstCall,
    Sign,
    Handle,
    AcceptRaised,
    Decide,
    Check,
    FollowUp,
    ProvePromise,

    /// <summary>Look at it and give it to its lead.</summary>
    Assign,

    /// <summary>Do one's part beside the lead.</summary>
    Co,
    ReportIn,
    DecideExtension,

    /// <summary>Write down what came of it outside.</summary>
    RecordAnswer,

    /// <summary>Answer a leader's instruction.</summary>
    AnswerInstruction,

    /// <summary>Acknowledge an instruction that wants no answer.</summary>
    ReadInstruction,

    /// <summary>Accept what was answered to one's instruction, or send it back.</summary>
    JudgeAnswer,
}
