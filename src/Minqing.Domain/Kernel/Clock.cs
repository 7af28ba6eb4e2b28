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

    public bool Late(DateTime now) => MissedAt is not null || (Runs && (StoppedAt ?? SubmittedAt ?? now) > DueAt);

    /// <summary>How much of its limit is used at <paramref name="now"/>, in percent: stops, and the time of a check, do not count.</summary>
    public int PercentUsed(Timetable timetable, DateTime now) =>
        timetable.PercentUsed(ShareStart(timetable, Rule.Limit, Stops), DueAt, Rule.Limit, MetAt ?? EndedAt ?? SubmittedAt ?? StoppedAt ?? now);

    /// <summary>Begins a clock: computes when it is due and when it first speaks up.</summary>
    public static ClockStarted Start(int no, ClockKind kind, int round, ClockRule rule, UnitId? unit, PostId? post, DateTime at, Timetable timetable)
    {
        var due = timetable.Due(at, rule.Limit);
        return new(no, kind, round, rule, unit, post, at, due, new ClockPlan(rule, at, due, timetable).Wake(0, missed: false, at));
    }

    /// <summary>The facts of meeting it as of <paramref name="met"/> (what was handed in counts from then): a miss first, when its limit had passed unnoticed.</summary>
    public IReadOnlyList<DomainEvent> Meet(DateTime met) => [.. Unnoticed(met), new ClockMet(No, met)];

    /// <summary>The facts of ending it unmet: a miss first, when its limit had passed unnoticed.</summary>
    public IReadOnlyList<DomainEvent> End(DateTime now) => [.. Unnoticed(now), new ClockEnded(No)];

    /// <summary>What was handed in is refused: it never stopped, and says at once what it kept to itself.</summary>
    public ClockRejected Reject(Timetable timetable, DateTime now) =>
        new(No, StoppedAt is null && Plan(timetable).Wake(Warned, MissedAt is not null, now) is { } wake ? Later(wake, now) : WakeAt);

    /// <summary>What met or ended it was not its own: it never stopped.</summary>
    public ClockRestored Restore(Timetable timetable, DateTime now) =>
        new(No, Later(Plan(timetable).Wake(Warned, MissedAt is not null, now), now));

    /// <summary>What it says at its waking.</summary>
    public ClockFact Due(Timetable timetable, DateTime now)
    {
        if (StoppedAt is not null)
        {
            return Resume(timetable, now);
        }

        var plan = Plan(timetable);
        if (MissedAt is null && now >= DueAt)
        {
            return new ClockMissed(No, Rule.TierAtDue, plan.Wake(Rule.BeforeDue, missed: true, now), LateBy(DueAt, now));
        }

        var tier = Warned < Rule.Warnings.Count ? Rule.Warnings[Warned].Tier : Rule.Warnings.Count > 0 ? Rule.Warnings[^1].Tier : 1;
        return new ClockWarned(No, Warned, tier, MissedAt is not null, plan.Wake(Warned + 1, MissedAt is not null, now), LateBy(WakeAt ?? now, now));
    }

    /// <summary>Another rule from the old start. It may move the due date either way; a share already told is not told again.</summary>
    /// <param name="granted">More time that was granted to it.</param>
    public ClockRuled Rerule(ClockRule rule, Timetable timetable, DateTime now, IReadOnlyList<Limit>? granted = null)
    {
        var limit = Stops.Aggregate(timetable.Due(StartAt, rule.Limit), (at, stop) => timetable.Shift(at, stop.From, stop.To, rule.Limit));
        var due = (granted ?? []).Aggregate(limit, timetable.Due);
        var plan = new ClockPlan(rule, ShareStart(timetable, rule.Limit, Stops), due, timetable);
        var missed = MissedAt is not null && due < (SubmittedAt ?? now);
        var warned = missed ? rule.BeforeDue + Math.Max(0, Warned - Rule.BeforeDue) : plan.Given(Warned, now);
        return new(No, rule, due, Later(plan.Wake(warned, missed, now), now), warned);
    }

    /// <summary>The due date moves by <paramref name="more"/>, counted from the due date as it stands; a share already told is not told again.</summary>
    public ClockExtended Extend(Limit more, Timetable timetable, DateTime now)
    {
        var due = timetable.Due(DueAt, more);
        var plan = new ClockPlan(Rule, ShareStart(timetable, Rule.Limit, Stops), due, timetable);
        var warned = plan.Given(Warned, now);
        return new(No, due, Later(plan.Wake(warned, missed: false, now), now), warned);
    }

    /// <summary>It runs again: the due date moves by the time it stood still, at the latest until the day named when it stopped.</summary>
    public ClockResumed Resume(Timetable timetable, DateTime now)
    {
        var from = StoppedAt ?? now;
        var to = WakeAt < now ? WakeAt.Value : now;
        var due = timetable.Shift(DueAt, from, to, Rule.Limit);
        var plan = new ClockPlan(Rule, ShareStart(timetable, Rule.Limit, [.. Stops, (from, to)]), due, timetable);
        return new(No, due, Later(plan.Wake(Warned, MissedAt is not null, now), now), to);
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
                (MissedAt, WakeAt, Warned) = (DueAt, missed.NextWakeAt, Rule.BeforeDue);
                break;
            case ClockSubmitted:
                SubmittedAt = by.At;
                WakeUnlessSilent(null);
                break;
            case ClockRejected rejected:
                (SubmittedAt, WakeAt) = (null, rejected.WakeAt);
                break;
            case ClockMet met:
                (MetAt, WakeAt) = (met.MetAt, null);
                break;
            case ClockEnded:
                (EndedAt, WakeAt) = (by.At, null);
                break;
            case ClockRestored restored:
                (MetAt, EndedAt, WakeAt) = (null, null, restored.WakeAt);
                break;
            case ClockRuled ruled:
                Change(ClockChangeKind.Ruled, by.At, null);
                (Rule, DueAt, Warned) = (ruled.Rule, ruled.DueAt, ruled.Warned);
                MissedAt = MissedAt is not null && DueAt < (SubmittedAt ?? by.At) ? DueAt : null;
                WakeUnlessSilent(ruled.WakeAt);
                break;
            case ClockExtended extended:
                Change(ClockChangeKind.Extended, by.At, null);
                (DueAt, MissedAt, Warned) = (extended.DueAt, null, extended.Warned);
                WakeUnlessSilent(extended.WakeAt);
                break;
            case ClockHanded handed:
                Unit = handed.Unit;
                break;
            case ClockStopped stopped:
                Change(ClockChangeKind.Stopped, by.At, stopped.Reason);
                (StoppedAt, WakeAt) = (by.At, stopped.Until);
                break;
            case ClockResumed resumed:
                changes.Last(c => c.Kind == ClockChangeKind.Stopped).EndedAt = resumed.EndedAt;
                (StoppedAt, DueAt) = (null, resumed.DueAt);
                WakeUnlessSilent(resumed.WakeAt);
                break;
            default:
                throw new InvalidOperationException($"A clock does not know {fact.GetType().Name}.");
        }
    }

    private IEnumerable<(DateTime From, DateTime To)> Stops =>
        changes.Where(c => c is { Kind: ClockChangeKind.Stopped, EndedAt: not null }).Select(c => (c.At, c.EndedAt!.Value));

    private void Change(ClockChangeKind kind, DateTime at, string? reason) =>
        changes.Add(new(changes.Count + 1, kind, at, DueAt, kind == ClockChangeKind.Ruled ? Rule : null, reason));

    // Standing still it wakes only to run again; handed in it says nothing, because the time of the check is the checker's.
    private void WakeUnlessSilent(DateTime? wake) =>
        WakeAt = StoppedAt is not null ? WakeAt : SubmittedAt is not null ? null : wake;

    private ClockPlan Plan(Timetable timetable) => new(Rule, ShareStart(timetable, Rule.Limit, Stops), DueAt, timetable);

    private IEnumerable<DomainEvent> Unnoticed(DateTime now) =>
        MissedAt is null && (StoppedAt < now ? StoppedAt.Value : now) > DueAt ? [new ClockMissed(No, Rule.TierAtDue, null, 0)] : [];

    // Shares count from a start moved by the stops, so that half is half of the time it ran.
    private DateTime ShareStart(Timetable timetable, Limit limit, IEnumerable<(DateTime From, DateTime To)> stops) =>
        stops.Aggregate(StartAt, (at, stop) => timetable.Shift(at, stop.From, stop.To, Timetable.ShareLimit(limit)));

    private static DateTime? Later(DateTime? wake, DateTime now) => wake < now ? now : wake;

    // Up to a minute is the timers' own pace; more is an outage.
    private static int LateBy(DateTime planned, DateTime now) =>
        now - planned > TimeSpan.FromMinutes(1) ? (int)Math.Min((now - planned).TotalSeconds, int.MaxValue) : 0;
}
