using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>What must hold of the flow: every step makes sense where it stands, every stage has a way out, what is asked for can be answered.</summary>
internal static class FlowRules
{
    private static readonly Stage[] Before = [Stage.Screening, Stage.Dispatching];
    private static readonly Stage[] Open = [Stage.Screening, Stage.Dispatching, Stage.Handling, Stage.Checking, Stage.FollowingUp];
    private static readonly Stage[] Closed = [Stage.FollowingUp, Stage.Settled];

    private static readonly (Stage Stage, Step[] Out)[] WaysOut =
    [
        (Stage.Handling, [Step.Sign, Step.Finish]),
        (Stage.Checking, [Step.PassCheck, Step.RejectResult]),
        (Stage.FollowingUp, [Step.FollowUp]),
    ];

    public static void Check(Draft draft)
    {
        var p = draft.Profile;
        if (!draft.Readable(ProfileFiles.Flow, "steps"))
        {
            return;
        }

        draft.Once(p.Flow, f => f.Step.Name(), "step");
        foreach (var rule in p.Flow)
        {
            Sense(draft, rule);
        }

        foreach (var (stage, steps) in WaysOut)
        {
            foreach (var step in steps.Where(s => !Takes(p, s, stage)))
            {
                draft.Need(false, p.Flow, $"Nothing gets out of {stage.Name()} without the step {step.Name()}.");
            }
        }

        draft.Need(Takes(p, Step.RecordCall, Stage.Handling) && Takes(p, Step.Message, Stage.Handling), p.Flow, "Without record-call and message in handling nobody can prove first contact.");
        draft.Need(Takes(p, Step.ProvePromise, Stage.FollowingUp) && Takes(p, Step.ProvePromise, Stage.Settled), p.Flow, "A promise must be provable in following-up and settled: prove-promise is missing there.");
        foreach (var step in new[] { Step.AcceptRaised, Step.SendBack, Step.Decide }.Where(s => Takes(p, Step.Raise, Stage.Handling) && !Takes(p, s, Stage.Handling)))
        {
            draft.Need(false, p.Flow, $"What is sent up with raise needs the step {step.Name()} to be answered.");
        }

        foreach (var step in new[] { Step.AgreePurge, Step.RefusePurge }.Where(s => p.Flow.Any(f => f.Step == Step.Decline) && !Takes(p, s, Stage.Declined)))
        {
            draft.Need(false, p.Flow, $"What decline asks to be destroyed needs the step {step.Name()} in declined, by a second person.");
        }

        Tiers(draft, p);
    }

    /// <summary>Where a step makes sense, and to whom; null for what only the platform does.</summary>
    private static (Stage[] In, Relation[] Who)? SenseOf(Step step) => step switch
    {
        Step.Receive or Step.ClockWarned or Step.ClockMissed => null,
        Step.Supplement or Step.Urge or Step.Withdraw => (Open, [Relation.Reporter]),
        Step.Rate or Step.AskReopen => (Closed, [Relation.Reporter]),
        Step.TellPressure => ([.. Open, Stage.Settled], [Relation.Reporter]),
        Step.Take => ([.. Before, Stage.Handling], [Relation.Pool]),
        Step.RecordCall => ([.. Before, Stage.Handling], [Relation.Caller, Relation.CallerOrLead]),
        Step.Message => ([.. Open, Stage.Settled], [Relation.PoolOrLead, Relation.Pool, Relation.Lead, Relation.Area]),
        Step.Note => ([.. Open, Stage.Settled], [Relation.Area, Relation.PoolOrLead, Relation.Lead]),
        Step.Sign => ([Stage.Handling], [Relation.Lead, Relation.LeadOrCo]),
        Step.Raise or Step.Finish or Step.RaiseObjection or Step.UrgeCo or Step.AskExtension => ([Stage.Handling], [Relation.Lead]),
        Step.Whistle => ([Stage.Handling], [Relation.Lead, Relation.Area]),
        Step.ReportAsCo or Step.ReportIn => ([Stage.Handling], [Relation.Co]),
        Step.Visit => ([Stage.Handling, Stage.Checking, Stage.FollowingUp], [Relation.LeadOrCo, Relation.PoolOrLead, Relation.Area]),
        Step.Assign => (Before, [Relation.Screener]),
        Step.PassOn => ([Stage.Screening], [Relation.Screener]),
        Step.Triage => ([Stage.Dispatching], [Relation.Judge]),
        Step.Decline => ([.. Before, Stage.Handling], [Relation.Screener, Relation.Area]),
        Step.ProposeInvalid or Step.ConfirmInvalid or Step.KeepValid => ([.. Before, Stage.Handling], [Relation.Area]),
        Step.AgreePurge or Step.RefusePurge => ([Stage.Declined], [Relation.Area]),
        Step.Transfer or Step.ActFirst or Step.AddCo or Step.ReleaseCo or Step.Suspend or Step.Resume => ([Stage.Handling], [Relation.Area]),
        Step.Refer => ([Stage.Handling], [Relation.Area, Relation.Lead]),
        Step.RecordAnswer => ([Stage.Handling, Stage.Referred], [Relation.Area]),
        Step.GrantExtension or Step.RefuseExtension => ([Stage.Handling], [Relation.Granter]),
        Step.Restrict or Step.NameTarget => ([.. Open, Stage.Settled], [Relation.Area]),
        Step.Merge => ([.. Before, Stage.Handling], [Relation.Area]),
        Step.Unmerge => ([Stage.Merged], [Relation.Area]),
        Step.Split => ([.. Before, Stage.Handling], [Relation.Area, Relation.AreaOrContact]),
        Step.JoinEvent => ([.. Open, Stage.Settled], [Relation.Area]),
        Step.SampleReopen => (Closed, [Relation.Area]),
        Step.UrgeUnit => ([.. Before, Stage.Handling, Stage.Checking], [Relation.Area]),
        Step.RateHandling => ([Stage.Checking, Stage.FollowingUp, Stage.Settled], [Relation.Area]),
        Step.AcceptRaised or Step.SendBack or Step.Decide => ([Stage.Handling], [Relation.Upper]),
        Step.ProvePromise => (Closed, [Relation.Lead]),
        Step.PassCheck or Step.RejectResult => ([Stage.Checking], [Relation.Checker]),
        Step.FollowUp => ([Stage.FollowingUp], [Relation.Desk]),
        Step.Reclassify => ([.. Before, Stage.Handling, Stage.Checking], [Relation.Area]),
    };

    private static void Sense(Draft draft, FlowStep rule)
    {
        if (SenseOf(rule.Step) is not { } sense)
        {
            draft.Need(false, rule, $"{rule.Step.Name()} is taken by the platform itself, never by the flow.");
            return;
        }

        draft.Need(rule.In.Count > 0, rule, $"The step {rule.Step.Name()} is in no stage.");
        foreach (var stage in rule.In.Except(sense.In))
        {
            draft.Need(false, rule, $"{rule.Step.Name()} cannot be taken in {stage.Name()}, only in {string.Join(", ", sense.In.Select(s => s.Name()))}.");
        }

        draft.Need(sense.Who.Contains(rule.Who), rule, $"{rule.Step.Name()} belongs to {string.Join(" or ", sense.Who.Select(w => w.Name()))}, not to {rule.Who.Name()}.");
        draft.Need(rule.Who != Relation.Reporter || rule.Roles.Count == 0, rule, $"{rule.Step.Name()} is the reporter's: nobody of the staff takes it.");
        draft.Need(rule.Who == Relation.Reporter || rule.Roles.Count > 0, rule, $"Nobody may take the step {rule.Step.Name()}.");
    }

    // Whoever joins the pool must be able to do what the pool is for; whoever is in no tier never joins it. Without a first call there is no pool.
    private static void Tiers(Draft draft, Profile p)
    {
        if (!draft.Readable(ProfileFiles.Main, "chain") || !draft.Readable(ProfileFiles.Limits, "limits") || !p.HasFirstCall)
        {
            return;
        }

        var chain = p.Chain.SelectMany(t => t.Roles).ToHashSet();
        foreach (var rule in p.Flow.Where(f => f.Step is Step.Take or Step.RecordCall))
        {
            foreach (var role in chain.Except(rule.Roles))
            {
                draft.Need(false, rule, $"{role.Name()} is in the chain but may not {rule.Step.Name()}: its tier would join the pool in vain.");
            }

            foreach (var role in rule.Roles.Where(r => rule.Who == Relation.Pool && !chain.Contains(r)))
            {
                draft.Need(false, rule, $"{role.Name()} is in no tier of the chain and never in the pool.");
            }
        }
    }

    private static bool Takes(Profile p, Step step, Stage stage) => p.Flow.Any(f => f.Step == step && f.In.Contains(stage));
}
