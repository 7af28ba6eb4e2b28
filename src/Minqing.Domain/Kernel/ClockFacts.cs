namespace Minqing.Domain.Kernel;

/// <summary>A clock began to run.</summary>
public sealed record ClockStarted(int No, ClockKind Kind, int Round, ClockRule Rule, UnitId? Unit, PostId? Post, DateTime StartAt, DateTime DueAt, DateTime? WakeAt) : DomainEvent;

/// <summary>Something happened to clock <paramref name="No"/> of the subject.</summary>
public abstract record ClockFact(int No) : DomainEvent;

/// <summary>A warning went to a tier. <paramref name="LateBy"/> is how long after its planned instant, in seconds, when an outage held it up.</summary>
public sealed record ClockWarned(int No, int Warning, int Tier, bool AfterDue, DateTime? NextWakeAt, int LateBy) : ClockFact(No);

/// <summary>The limit passed.</summary>
public sealed record ClockMissed(int No, int Tier, DateTime? NextWakeAt, int LateBy) : ClockFact(No);

/// <summary>What the clock waits for was handed in and awaits its check.</summary>
public sealed record ClockSubmitted(int No) : ClockFact(No);

/// <summary>What was handed in was refused: the clock never stopped.</summary>
public sealed record ClockRejected(int No, DateTime? WakeAt) : ClockFact(No);

/// <summary>What the clock waited for has come, as of <paramref name="MetAt"/>.</summary>
public sealed record ClockMet(int No, DateTime MetAt) : ClockFact(No);

/// <summary>Nothing is waited for any more.</summary>
public sealed record ClockEnded(int No) : ClockFact(No);

/// <summary>What had met or ended the clock was not its own: it runs as if it never had.</summary>
public sealed record ClockRestored(int No, DateTime? WakeAt) : ClockFact(No);

/// <summary>Another rule applies from the clock's old start; the old rule is kept.</summary>
public sealed record ClockRuled(int No, ClockRule Rule, DateTime DueAt, DateTime? WakeAt, int Warned) : ClockFact(No);

/// <summary>The due date was moved by approval.</summary>
public sealed record ClockExtended(int No, DateTime DueAt, DateTime? WakeAt, int Warned) : ClockFact(No);

/// <summary>Another unit answers for it: it took the place of the one that did. The time runs on.</summary>
public sealed record ClockHanded(int No, UnitId Unit) : ClockFact(No);

/// <summary>The clock stands still, at the latest until <paramref name="Until"/>.</summary>
public sealed record ClockStopped(int No, string Reason, DateTime Until) : ClockFact(No);

/// <summary>The clock runs again; the stop counts up to <paramref name="EndedAt"/>.</summary>
public sealed record ClockResumed(int No, DateTime DueAt, DateTime? WakeAt, DateTime EndedAt) : ClockFact(No);
