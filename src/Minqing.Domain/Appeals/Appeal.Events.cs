using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Many of one event are counted apart, told one answer, and closed together (H-29).
public sealed partial class Appeal
{
    /// <summary>What the step is called that closes it with its event.</summary>
    public const string EventClosedStep = "event-closed";

    /// <summary>The mass event it belongs to.</summary>
    public MassEventId? Event { get; private set; }

    /// <summary>What the step is called from which its reporters are asked by link.</summary>
    public const string AskedByLinkStep = "ask-by-link";

    /// <summary>Since when its reporters are asked by link how it was, with all others of its event; null where the desk calls each.</summary>
    public DateTime? AskedByLink { get; private set; }

    private bool ClosesWithEvent => Event is not null && ClosedAt is null && Stage is Stage.Screening or Stage.Dispatching or Stage.Handling or Stage.Checking;

    /// <summary>Counts it under a mass event, or no longer. In one nobody is waited for to call each reporter: the one answer goes to them instead.</summary>
    public Problem? JoinEvent(MassEvent? named, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.JoinEvent, hand, rules);
        var problem = chosen.Problem
            ?? (named?.Id == Event ? new JoinedAlready() : null)
            ?? (named is { EndedAt: { } ended } ? new EventOver(ended) : null)
            ?? named?.Excludes(this, rules.Profile)
            ?? (Problem?)(named is not null && Sensitive ? new MergedAcrossSight() : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.JoinEvent.Name(), chosen.Value, [], [new EventJoined(named?.Id)]);
        foreach (var report in reports.Where(r => r.Worked == Id))
        {
            if (named is not null)
            {
                report.EndContact(Step.JoinEvent, chosen.Value);
            }
            else
            {
                report.AwaitContact(this, Step.JoinEvent, rules, chosen.Value);
            }
        }

        return null;
    }

    /// <summary>Its event was closed: it closes with the answer that all its reporters are given. False when there is nothing to close.</summary>
    /// <param name="answering">Who answers for it where nobody has led it yet.</param>
    public bool CloseWithEvent(Written answer, Outcome outcome, LevelUnit answering, IReadOnlyList<Report> reports, Rules rules, By by)
    {
        if (!ClosesWithEvent)
        {
            return false;
        }

        var (round, level, at) = (Math.Max(Round, 1), rounds.Count == 0 ? answering.Level : Level, by.At);
        Take(EventClosedStep, by, [answer],
        [
            .. AskedExtension is { } asked ? Decided(asked, granted: false, null, at) : [],
            .. rounds.Count > 0 ? (DomainEvent[])[] :
            [
                new RoundBegun(1, RoundReason.First, level),
                new OrderIssued(orders.Count + 1, 1, null, by.Actor.Unit, answering.Unit, level, OrderRole.Lead, Ruled: false, null, Grade),
                new OrderMoved(orders.Count + 1, OrderState.Done, null),
            ],
            new ResultSubmitted(round, answer.Id, answer.Id, outcome, null, Grade, Category, [], Desk),
            new ResultAccepted(round, outcome),
            .. MeetStatutory(StatutoryEnd.Answered, rules, at),
            .. Clocks.Where(c => c.Runs && c.Kind is not (ClockKind.Statutory or ClockKind.ExtensionDecision)).SelectMany(c => c.Kind == ClockKind.Handle ? c.Meet(at) : c.End(at)),
            .. orders.Where(o => o.Open).Select(o => new OrderMoved(o.No, o.Role == OrderRole.Lead ? OrderState.Done : OrderState.Recalled, null)),
            rules.Start(NextClock, ClockKind.FollowUp, round, level, Category, Grade, Urgency, Desk, at),
            new StageMoved(Stage.FollowingUp),
        ]);
        foreach (var report in reports.Where(r => r.Worked == Id))
        {
            report.EndContact(EventClosedStep, by);
        }

        SettleUnasked(reports, new(Actor.Platform, at));
        return true;
    }

    /// <summary>Its reporters are asked by link instead of each being called, and nobody at the desk is waited for. False where it does not wait to be asked about, or whoever has them asked worked on it.</summary>
    public bool AskByLink(IReadOnlyList<Report> reports, By by)
    {
        if (Stage != Stage.FollowingUp || AskedByLink is not null || HandledBy(by.Actor.Person))
        {
            return false;
        }

        Take(AskedByLinkStep, by, [], [.. End(ClockKind.FollowUp, by.At), new ReportersAskedByLink([.. reports.Where(r => !r.HadTheirSay(this)).Select(r => r.Id)])]);
        return true;
    }
}
