using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Notices;

/// <summary>Which fact makes which notice, for whom, and whether by SMS too. The whole table.</summary>
public static class NoticeRules
{
    /// <summary>What cannot wait for a digest: a first call, and whatever is about an urgent appeal.</summary>
    public static bool IsUrgent(NoticeKind kind, Matter matter) =>
        matter.Urgency != Urgency.Normal || kind is NoticeKind.FirstCall or NoticeKind.FirstCallByDesk or NoticeKind.FirstCallJoined;

    public static IEnumerable<NoticeWanted> For(string step, DomainEvent fact, Matter matter) => fact switch
    {
        // What closes with its event was nobody's to take on, to check or to ask for.
        OrderIssued or ResultSubmitted or ExtensionDecided when step == Appeal.EventClosedStep => [],

        // Nobody has to be called about what was seen on a round.
        ReportReceived { Channel: Channel.Patrol } => matter.Lead is { } own ? [new(NoticeKind.WorkArrived, new KeyHolders(TurnKey.Of(own)), true, ClockKind.Handle)] : [],

        // Where the reporter's identity is kept from those handling it, the desk calls and the tiers see the matter only.
        ReportReceived { Desk: { } desk, Ladder: [var lowest, ..] } => [new(NoticeKind.FirstCall, new KeyHolders(desk), true, ClockKind.FirstCall), new(NoticeKind.FirstCallByDesk, new KeyHolders(lowest), true, ClockKind.FirstCall)],
        ReportReceived { Desk: { } desk } => [new(NoticeKind.FirstCall, new KeyHolders(desk), true, ClockKind.FirstCall)],
        ContactKept kept => [new(NoticeKind.FirstCall, new KeyHolders(kept.Desk), true, ClockKind.FirstCall) { WhileRunning = true }],
        ContactAvoids or ContactAwaited => matter.Callers.Select(key => new NoticeWanted(NoticeKind.FirstCall, new KeyHolders(key), true, ClockKind.FirstCall) { WhileRunning = true }),
        ReportReceived { Ladder: [var lowest, ..] } => [new(NoticeKind.FirstCall, new KeyHolders(lowest), true, ClockKind.FirstCall)],
        PoolWidened widened when widened.Rungs <= matter.Ladder.Count =>
            [new(matter.DeskCalls ? NoticeKind.FirstCallByDesk : NoticeKind.FirstCallJoined, new KeyHolders(matter.Ladder[widened.Rungs - 1]), true, ClockKind.FirstCall)],

        // The first lead is told of the report itself, unless it went straight to a higher level.
        OrderIssued { Role: OrderRole.Lead, Ruled: true } issued => [new(NoticeKind.RuledToYou, new KeyHolders(TurnKey.Of(issued.Unit)), true, ClockKind.Handle)],
        OrderIssued { Role: OrderRole.Lead } issued => step == "accept" && issued.Level == 1 ? [] : [new(NoticeKind.WorkArrived, new KeyHolders(TurnKey.Of(issued.Unit)), true, ClockKind.Handle)],
        OrderIssued { Role: OrderRole.Upper } issued when step == Step.RaiseObjection.Name() => [new(NoticeKind.RulingWanted, new KeyHolders(TurnKey.Of(issued.Unit)), true, ClockKind.Ruling)],
        OrderIssued { Role: OrderRole.Upper } issued => [new(NoticeKind.RaisedToYou, new KeyHolders(TurnKey.Of(issued.Unit)), true, ClockKind.Sign)],
        LevelSkipped skipped => [new(NoticeKind.LevelSkipped, new KeyHolders(TurnKey.Of(skipped.Unit)), false)],
        DepartmentAddressed addressed => [new(NoticeKind.DepartmentAddressed, new KeyHolders(TurnKey.Of(addressed.Centre)), false)],
        OrderMoved { State: OrderState.Returned } when step == Step.Transfer.Name() => [],
        OrderMoved { State: OrderState.Returned } or ResultRejected => matter.Lead is { } lead ? [new(NoticeKind.SentBack, new KeyHolders(TurnKey.Of(lead)), true, ClockKind.Handle)] : [],
        ResultSubmitted submitted => [new(NoticeKind.CheckWanted, new KeyHolders(TurnKey.Of(submitted.Checker)), false, ClockKind.Check)],
        PromiseProofSubmitted { Checker: { } checker } => [new(NoticeKind.CheckWanted, new KeyHolders(TurnKey.Of(checker)), false, ClockKind.Check)],
        CheckerReplaced replaced => [new(NoticeKind.CheckWanted, new KeyHolders(TurnKey.Of(replaced.Unit)), false, ClockKind.Check)],
        DeskReplaced replaced => [new(NoticeKind.FollowUpWanted, new KeyHolders(TurnKey.Of(replaced.Unit)), false, ClockKind.FollowUp) { WhileRunning = true }],
        StageMoved { Stage: Stage.FollowingUp } => [new(NoticeKind.FollowUpWanted, new KeyHolders(TurnKey.Of(matter.Desk)), false, ClockKind.FollowUp)],
        ReportUrged => matter.Lead is { } lead ? [new(NoticeKind.Urged, new KeyHolders(TurnKey.Of(lead)), false, ClockKind.Handle)] : [],
        ReportSupplemented => matter.With is { } with ? [new(NoticeKind.Supplemented, new KeyHolders(TurnKey.Of(with)), false)] : [],
        ReportWithdrawn => matter.With is { } with ? [new(NoticeKind.Withdrawn, new KeyHolders(TurnKey.Of(with)), false)] : [],
        PressureTold => [new(NoticeKind.PressureTold, new Supervisors(), false)],
        LeaderNamed named => [new(NoticeKind.LeaderNamed, new KeyHolders(TurnKey.Of(named.Post)), true)],
        ReopenAsked => [new(NoticeKind.ReopenAsked, new KeyHolders(TurnKey.Of(matter.Desk)), false)],

        ClockWarned { AfterDue: false } warned => [new(NoticeKind.LimitNear, new ClockTier(warned.No, warned.Tier), true)],
        ClockWarned warned => [new(NoticeKind.LimitLongPassed, new ClockTier(warned.No, warned.Tier), true)],
        ClockMissed missed => [new(NoticeKind.LimitPassed, new ClockTier(missed.No, missed.Tier), true)],
        // Of all that stands still with a merge each is told once, and what it is.
        ClockStopped stopped when step == Step.Merge.Name() => [new(NoticeKind.Merged, new ClockTier(stopped.No, 1), false)],
        ClockResumed resumed when step == Step.Unmerge.Name() => [new(NoticeKind.Parted, new ClockTier(resumed.No, 1), true)],
        ClockResumed when step == Step.Merge.Name() => [],
        ClockStopped stopped => [new(NoticeKind.TimeStandsStill, new ClockTier(stopped.No, 1), false)],
        ClockResumed resumed => [new(NoticeKind.TimeRunsAgain, new ClockTier(resumed.No, 1), true)],
        ClockRuled ruled when step == Appeal.RecomputeStep => [new(NoticeKind.LimitMoved, new ClockTier(ruled.No, 1), false)],
        _ => CourseNotices.For(fact, matter),
    };
}

/// <summary>A notice to be given. <paramref name="Clock"/> names the limit it speaks of where the audience does not.</summary>
public sealed record NoticeWanted(NoticeKind Kind, Audience To, bool Sms, ClockKind? Clock = null)
{
    /// <summary>Only as long as that limit runs: else there is nothing to do.</summary>
    public bool WhileRunning { get; init; }
}

/// <summary>Of a report or appeal, what decides who is told.</summary>
public sealed record Matter(AppealId Appeal, string Path, string Address, UnitId? Lead, UnitId Desk, IReadOnlyList<string> Ladder, IReadOnlyList<string> Callers, bool DeskCalls, string Category = "")
{
    /// <summary>Who has it, or had it last: the lead, or whoever looks at it before its dispatch.</summary>
    public UnitId? With { get; init; } = Lead;

    public Urgency Urgency { get; init; }

    /// <summary>The post of the leader whose instruction it is about.</summary>
    public string? Instructor { get; init; }

    /// <summary>The units that have or had it to do: they do not supervise it.</summary>
    public IReadOnlyList<UnitId> Handlers { get; init; } = [];

    /// <summary>The units outside that have an order, each with the unit that gave it and has to come back to it.</summary>
    public IReadOnlyDictionary<UnitId, UnitId> Outside { get; init; } = new Dictionary<UnitId, UnitId>();

    /// <summary>Whom it is about: they are told nothing of it.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    /// <summary>Of those who answer for the place only the roles that see sensitive ones are told.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Of those who answer for the place nobody is told.</summary>
    public bool Disclosure { get; init; }

    /// <summary>Whether somebody in this post may hear of it by virtue of answering for the place.</summary>
    public bool Reaches(PostId post, UnitId unit, Role role) =>
        !IsAbout(post, unit) && !Disclosure && (!Sensitive || Permissions.SeesSensitive(role));

    /// <summary>Who does something about a limit of this unit: it, or for one outside, where nobody reads notices, whoever gave it the order.</summary>
    public UnitId ChasedBy(UnitId unit) => Outside.GetValueOrDefault(unit, unit);

    public bool IsAbout(PostId post, UnitId unit) => Targets.Any(t => t.Concerns(post, unit));
}
