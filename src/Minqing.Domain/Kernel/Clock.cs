namespace Minqing.Domain.Kernel;

/// <summary>A limit that runs for one unit or post: when it began, when it is due, what became of it. Policy time; citizen time needs no clock.</summary>
public sealed class Clock
{
    private readonly List<ClockChange> changes = [];

    private Clock()
    {
    }

    public SubjectKind SubjectKind { get; private set; }

    public Guid SubjectId { get; private set; }

    /// <summary>1, 2, 3 … within the subject.</summary>
    public int No { get; private set; }

    public ClockKind Kind { get; private set; }

    public int Round { get; private set; }

    /// <summary>The rule in force on it, a frozen copy.</summary>
    public ClockRule Rule { get; private set; } = null!;

    /// <summary>The unit that answers for it.</summary>
    public UnitId? Unit { get; private set; }

    /// <summary>The post that answers for it, where one is known.</summary>
    public PostId? Post { get; private set; }

    public DateTime StartAt { get; private set; }

    /// <summary>Due as first ruled.</summary>
    public DateTime OriginalDueAt { get; private set; }

    /// <summary>Due as things stand now.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? MetAt { get; private set; }

    public DateTime? MissedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public DateTime? StoppedAt { get; private set; }

    /// <summary>How many warnings have been given.</summary>
    public int Warned { get; private set; }

    /// <summary>The next instant at which it wants attention; null when none.</summary>
    public DateTime? WakeAt { get; private set; }

    /// <summary>The claim of the node that is firing it, and until when the claim holds. Written by storage only.</summary>
    public Guid? ClaimedBy { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    public IReadOnlyList<ClockChange> Changes => changes;

    public Subject Subject => new(SubjectKind, SubjectId);

    public bool Runs => MetAt is null && EndedAt is null;

    public bool Late(DateTime now) => MissedAt is not null || (Runs && DueAt < now);

    /// <summary>Begins a clock: computes when it is due and when it first speaks up.</summary>
    public static ClockStarted Start(int no, ClockKind kind, int round, ClockRule rule, UnitId? unit, PostId? post, DateTime at, Timetable timetable)
    {
        var due = timetable.Due(at, rule.Limit);
        return new(no, kind, round, rule, unit, post, at, due, WakeOf(rule, 0, at, due, timetable, missed: false));
    }

    /// <summary>The facts of meeting it as of <paramref name="met"/>: a miss first, when its limit had passed unnoticed.</summary>
    public IReadOnlyList<DomainEvent> Meet(DateTime met) =>
        MissedAt is null && met > DueAt ? [new ClockMissed(No, 1, null, 0), new ClockMet(No, met)] : [new ClockMet(No, met)];

    /// <summary>What it says at its waking.</summary>
    public ClockFact Due(Timetable timetable, DateTime now)
    {
        var late = WakeAt is { } planned && now - planned > TimeSpan.FromMinutes(1) ? (int)(now - planned).TotalSeconds : 0;
        if (MissedAt is null && now >= DueAt)
        {
            return new ClockMissed(No, 1, WakeOf(Rule, Rule.Warnings.TakeWhile(w => w.AfterDue is null).Count(), StartAt, DueAt, timetable, missed: true), late);
        }

        var index = Warned;
        var tier = index < Rule.Warnings.Count ? Rule.Warnings[index].Tier : Rule.Warnings.Count > 0 ? Rule.Warnings[^1].Tier : 1;
        return new ClockWarned(No, index, tier, MissedAt is not null, WakeOf(Rule, index + 1, StartAt, DueAt, timetable, MissedAt is not null, now), late);
    }

    /// <summary>Another rule from the old start. It may move the due date either way.</summary>
    public ClockRuled Rerule(ClockRule rule, Timetable timetable)
    {
        var due = timetable.Due(StartAt, rule.Limit);
        return new(No, rule, due, WakeOf(rule, 0, StartAt, due, timetable, missed: false));
    }

    /// <summary>The due date moves by <paramref name="more"/>, counted from the due date as it stands.</summary>
    public ClockExtended Extend(Limit more, Timetable timetable)
    {
        var due = timetable.Due(DueAt, more);
        return new(No, due, WakeOf(Rule, 0, StartAt, due, timetable, missed: false));
    }

    /// <summary>It runs again: the due date moves by the time it stood still.</summary>
    public ClockResumed Resume(Timetable timetable, DateTime now)
    {
        var due = timetable.Shift(DueAt, StoppedAt ?? now, now, Rule.Limit.Measure);
        return new(No, due, WakeOf(Rule, Warned, StartAt, due, timetable, missed: false));
    }

    internal static Clock From(Subject subject, ClockStarted s) => new()
    {
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        No = s.No,
        Kind = s.Kind,
        Round = s.Round,
        Rule = s.Rule,
        Unit = s.Unit,
        Post = s.Post,
        StartAt = s.StartAt,
        OriginalDueAt = s.DueAt,
        DueAt = s.DueAt,
        WakeAt = s.WakeAt,
    };

    internal void Apply(ClockFact fact, By by)
    {
        switch (fact)
        {
            case ClockWarned warned:
                (Warned, WakeAt) = (warned.Warning + 1, warned.NextWakeAt);
                break;
            case ClockMissed missed:
                Warned = Math.Max(Warned, Rule.Warnings.TakeWhile(w => w.AfterDue is null).Count());
                (MissedAt, WakeAt) = (DueAt, missed.NextWakeAt);
                break;
            case ClockSubmitted:
                SubmittedAt = by.At;
                break;
            case ClockRejected:
                SubmittedAt = null;
                break;
            case ClockMet met:
                (MetAt, WakeAt) = (met.MetAt, null);
                break;
            case ClockEnded:
                (EndedAt, WakeAt) = (by.At, null);
                break;
            case ClockRuled ruled:
                Change(ClockChangeKind.Ruled, by.At, null);
                (Rule, DueAt, WakeAt, Warned) = (ruled.Rule, ruled.DueAt, ruled.WakeAt, 0);
                MissedAt = MissedAt is not null && DueAt < by.At ? DueAt : null;
                break;
            case ClockExtended extended:
                Change(ClockChangeKind.Extended, by.At, null);
                (DueAt, WakeAt, MissedAt, Warned) = (extended.DueAt, extended.WakeAt, null, 0);
                break;
            case ClockStopped stopped:
                Change(ClockChangeKind.Stopped, by.At, stopped.Reason);
                (StoppedAt, WakeAt) = (by.At, null);
                break;
            case ClockResumed resumed:
                changes.Last(c => c.Kind == ClockChangeKind.Stopped).EndedAt = by.At;
                (StoppedAt, DueAt, WakeAt) = (null, resumed.DueAt, resumed.WakeAt);
                break;
            default:
                throw new InvalidOperationException($"A clock does not know {fact.GetType().Name}.");
        }
    }

    private void Change(ClockChangeKind kind, DateTime at, string? reason) =>
        changes.Add(new(changes.Count + 1, kind, at, DueAt, kind == ClockChangeKind.Ruled ? Rule : null, reason));

    // The plan: warnings before the limit, the limit itself, warnings after it, then once a day.
    private static DateTime? WakeOf(ClockRule rule, int next, DateTime start, DateTime due, Timetable timetable, bool missed, DateTime now = default)
    {
        if (next < rule.Warnings.Count && rule.Warnings[next] is { } warning)
        {
            if (warning.Percent is { } percent)
            {
                return timetable.Share(start, due, rule.Limit, percent);
            }

            return missed ? timetable.Due(due, warning.AfterDue!) : due;
        }

        return !missed ? due : rule.DailyAfter ? timetable.NextMorning(now > due ? now : due) : null;
    }
}
