using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Seen on a round and put right at once (I-22). Somebody else checks it all the same; nobody reported it, so nobody is asked how it was.
public sealed partial class Appeal
{
    /// <summary>Whoever saw it hands in what they did, in place of the lead.</summary>
    public Problem? SolveOnSpot(Written done, IReadOnlyList<MediaRef> evidence, UnitId checker, By by, Rules rules)
    {
        var needed = rules.Profile.CategoryOf(Category).Evidence;
        if (Stage != Stage.Handling)
        {
            return new StepNotPossible(Step.Finish, Stage);
        }

        if (evidence.Count < needed)
        {
            return new EvidenceMissing(evidence.Count, needed);
        }

        Take(Step.Finish.Name(), by, [done],
        [
            .. MeetSign(LeadOrder.Unit, by.At),
            new ResultSubmitted(Round, done.Id, done.Id, Policy.Outcome.Solved, null, Grade, Category, evidence, checker),
            new OrderMoved(LeadOrder.No, OrderState.Submitted, null),
            .. Running(ClockKind.Handle) is { } handle ? (DomainEvent[])[new ClockSubmitted(handle.No)] : [],
            rules.Start(NextClock, ClockKind.Check, Round, Level, Category, Grade, Urgency, checker, by.At),
            new StageMoved(Stage.Checking),
        ]);
        return null;
    }

    /// <summary>Closed, and there is nobody to ask: settled at once.</summary>
    public void SettleUnasked(IReadOnlyList<Report> reports, By by)
    {
        if (Stage == Stage.FollowingUp && reports.All(r => r.SeenOnRound))
        {
            Settle(Step.PassCheck, by);
        }
    }
}
