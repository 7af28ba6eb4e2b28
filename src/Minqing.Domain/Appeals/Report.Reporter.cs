using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// What the reporter can do from the follow page (I-14).
public sealed partial class Report
{
    /// <summary>Adds words or photos.</summary>
    public Problem? Supplement(Appeal appeal, Written? words, IReadOnlyList<MediaRef> media, Hand hand, Rules rules)
    {
        if ((Refused(Step.Supplement, appeal, hand, rules, out var by) ?? (words is null && media.Count == 0 ? new Missing("text") : null)) is { } no)
        {
            return no;
        }

        Take(Step.Supplement.Name(), by, words is null ? [] : [words], [new ReportSupplemented(words?.Id, media, appeal.Id)]);
        return null;
    }

    /// <summary>Asks those at work to hurry, once per the profile's interval.</summary>
    public Problem? Urge(Appeal appeal, Hand hand, Rules rules)
    {
        if (Refused(Step.Urge, appeal, hand, rules, out var by) is { } no)
        {
            return no;
        }

        if (UrgedAt is { } last && last.AddHours(rules.Profile.Handling.UrgeEveryHours) is var next && by.At < next)
        {
            return new UrgedJustNow(next);
        }

        Take(Step.Urge.Name(), by, [], [new ReportUrged(Urges + 1, appeal.Id)]);
        return null;
    }

    /// <summary>Takes the report back, with all its parts. An appeal ends with its last report, and is settled when all the others have had their say.</summary>
    /// <param name="parts">The other appeals in which it is worked on, each with its other reports.</param>
    public Problem? Withdraw(Appeal appeal, Written? why, IReadOnlyList<Report> others, Hand hand, Rules rules, IReadOnlyList<(Appeal Appeal, IReadOnlyList<Report> Others)>? parts = null)
    {
        if (Refused(Step.Withdraw, appeal, hand, rules, out var by) is { } no)
        {
            return no;
        }

        Take(Step.Withdraw.Name(), by, why is null ? [] : [why], [new ReportWithdrawn(why?.Id), .. Clocks.Where(c => c.Runs).SelectMany(c => c.End(hand.At))]);
        Leave(appeal, others, by);
        foreach (var part in (parts ?? []).Where(p => !p.Appeal.Ended))
        {
            Leave(part.Appeal, part.Others, by);
        }

        return null;
    }

    private void Leave(Appeal appeal, IReadOnlyList<Report> others, By by)
    {
        if (others.All(r => r.WithdrawnAt is not null))
        {
            appeal.Withdraw(by);
        }
        else if (appeal.Stage == Stage.FollowingUp && others.All(r => r.HadTheirSay(appeal)))
        {
            appeal.Settle(Step.Withdraw, by);
        }
        else
        {
            appeal.Hear(this, Step.Withdraw, by);
        }
    }

    /// <summary>Says that somebody pressed them to change their rating.</summary>
    public Problem? TellPressure(Appeal appeal, Written? words, Hand hand, Rules rules)
    {
        if (Refused(Step.TellPressure, appeal, hand, rules, out var by) is { } no)
        {
            return no;
        }

        Take(Step.TellPressure.Name(), by, words is null ? [] : [words], [new PressureTold(words?.Id, appeal.Id)]);
        return null;
    }

    private Problem? Refused(Step step, Appeal appeal, Hand hand, Rules rules, out By by)
    {
        by = new(Actor.Reporter, hand.At);
        return ErasedAt is not null ? new ReportErasedAlready()
            : WithdrawnAt is not null ? new WithdrawnAlready() : rules.Workflow.Choose(step, appeal.Stage, hand, appeal.StandingWith(this)).Problem;
    }
}
