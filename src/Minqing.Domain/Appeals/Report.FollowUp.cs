using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// After closing: asked by the desk or by link, satisfied or not, reopened (H-22, H-23, H-24, H-27).
public sealed partial class Report
{
    // Time enough to answer, and such that morning and evening alternate.
    private static readonly TimeSpan BetweenLinks = TimeSpan.FromHours(30);

    public IReadOnlyList<FollowUp> FollowUps => followUps;

    /// <summary>The desk asked, or tried to. <paramref name="others"/> are the appeal's other reports, which settle with it or not; <paramref name="above"/> is who has it when it restarts one level up.</summary>
    public Problem? FollowUp(Appeal appeal, Answer answer, Hand hand, Rules rules, IReadOnlyList<Report> others, LevelUnit? above, PostId? leader = null)
    {
        var chosen = rules.Workflow.Choose(Step.FollowUp, appeal.Stage, hand, appeal.StandingWith(this));
        if ((chosen.Problem ?? (WithdrawnAt is not null ? new WithdrawnAlready() : null)) is { } no)
        {
            return no;
        }

        return appeal.HandledBy(hand.Person) ? new OwnFollowUp() : Answered(Step.FollowUp, appeal, answer, chosen.Value, rules, others, above, leader);
    }

    /// <summary>The reporter rates by link. Dissatisfaction takes it up again as long as the window for asking is open.</summary>
    public Problem? Rate(Appeal appeal, Answer answer, Hand hand, Rules rules, IReadOnlyList<Report> others, LevelUnit? above, PostId? leader = null) =>
        Refused(Step.Rate, appeal, hand, rules, out var by)
        ?? (answer.Result > rules.Profile.FollowUp.SatisfiedUpTo ? TooLate(appeal, rules, by.At) : null)
        ?? Answered(Step.Rate, appeal, answer, by, rules, others, above, leader);

    /// <summary>The reporter asks to take it up again: the first time without a reason, then with one.</summary>
    public Problem? AskReopen(Appeal appeal, Written? reason, Hand hand, Rules rules, LevelUnit? above, PostId? leader = null)
    {
        if (Refused(Step.AskReopen, appeal, hand, rules, out var by) is { } no)
        {
            return no;
        }

        if ((TooLate(appeal, rules, by.At) ?? (Problem?)(ReopenNeedsReason(appeal) && reason is null ? new ReopenReasonMissing() : null)) is { } problem)
        {
            return problem;
        }

        Take(Step.AskReopen.Name(), by, reason is null ? [] : [reason], [new ReopenAsked(Reopens + 1, reason?.Id, appeal.Id)]);
        appeal.NotSatisfied(RoundReason.ReporterRequest, Step.AskReopen, by, rules, above, leader);
        return null;
    }

    /// <summary>Whether the reporter asked for it before, so that a reason is wanted now.</summary>
    public bool ReopenNeedsReason(Appeal appeal) => Reopens > 0 && appeal.Rounds.Any(r => r.Reason == RoundReason.ReporterRequest);

    /// <summary>Whether the reporter was asked since the newest closing, or tried often enough; who withdrew needs no asking, and who only passed by.</summary>
    public bool HadTheirSay(Appeal appeal) => SeenOnRound || WithdrawnAt is not null || SinceClosing(appeal).Any(f => f.Finished);

    /// <summary>Asked by link, they kept silent: an attempt like a call that nobody answers. The next follows with it, until the profile's attempts are made (H-24). False where it is not time yet, or they had their say.</summary>
    public bool KeptSilent(Appeal appeal, Rules rules, IReadOnlyList<Report> others, By by)
    {
        if (appeal is not { AskedByLink: { } since, Stage: Stage.FollowingUp } || HadTheirSay(appeal) || by.At - SinceClosing(appeal).Select(f => f.At).Append(since).Max() < BetweenLinks)
        {
            return false;
        }

        return Answered(Step.FollowUp, appeal, new(CallOutcome.NoAnswer), by, rules, others, above: null, leader: null, byLink: true) is null;
    }

    private IEnumerable<FollowUp> SinceClosing(Appeal appeal) => followUps.Where(f => f.IsOf(appeal.Id) && f.Round == appeal.Round && f.At >= appeal.Rounds[^1].CheckedAt);

    private static TooLateToReopen? TooLate(Appeal appeal, Rules rules, DateTime at) =>
        (appeal.SettledAt ?? appeal.ClosedAt) is { } ended && ended.AddDays(rules.Profile.Handling.ReopenDays) is var until && at > until ? new(until) : null;

    private Problem? Answered(Step step, Appeal appeal, Answer answer, By by, Rules rules, IReadOnlyList<Report> others, LevelUnit? above, PostId? leader, bool byLink = false)
    {
        if (answer.NotUsable(step) is { } no)
        {
            return no;
        }

        // Three calls in a minute reach nobody: as for the first call, on so many days and not always at the same hour.
        IReadOnlyList<DateTime> tried = [.. SinceClosing(appeal).Where(f => f.Outcome != CallOutcome.Reached).Select(f => f.At), by.At];
        var finished = answer.Outcome is CallOutcome.Reached or CallOutcome.Refused || Tried(rules.Profile.FirstContact with { Attempts = rules.Profile.FollowUp.Attempts }, tried);
        Take(step.Name(), by, answer.Words is null ? [] : [answer.Words],
            [new FollowedUp(followUps.Count + 1, appeal.Round, byLink || step == Step.Rate, answer.Outcome, answer.Attitude, answer.Speed, answer.Result, answer.SaysSolved, answer.Words?.Id, finished, appeal.Id)]);

        if (answer.Result > rules.Profile.FollowUp.SatisfiedUpTo)
        {
            appeal.NotSatisfied(RoundReason.Rectify, step, by, rules, above, leader);
        }
        else if (finished && appeal.Stage == Stage.FollowingUp && others.All(r => r.HadTheirSay(appeal)))
        {
            appeal.Settle(step, by);
        }
        else if (finished && appeal.Stage == Stage.FollowingUp)
        {
            appeal.Hear(this, step, by);
        }

        return null;
    }
}
