using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// What each fact changes, and what follows from the state.
public sealed partial class Appeal
{
    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case AppealAccepted f:
                (LocalDay, Words, Category, Intent, Urgency, Desk) = (f.LocalDay, f.Words, f.Category, f.Intent, f.Urgency, f.Desk);
                (Region, Path, Address, Point, SiteCode) = f.Place;
                (Profile, ProfileVersion, ReceivedAt, Sensitive) = (f.Profile, f.ProfileVersion, by.At, f.Intent == Intent.Disclosure);
                targets.AddRange(f.About is { } about ? [new Target(new TargetNamed(1, about, null, []))] : []);
                break;
            case AreaMoved f:
                (Path, Region) = (f.To, f.Region ?? Region);
                break;
            case UnitSucceeded f:
                Succeeded(f);
                break;
            case RoundBegun f:
                rounds.Add(new(f, by));
                (Round, Level, ClosedAt, SettledAt, Outcome, AskedByLink) = (f.No, f.Level, null, null, null, null);
                break;
            case OrderIssued f:
                orders.Add(new(f, by));
                Grade = f.Grade ?? Grade;
                (Lead, Level, Current.Level) = f.Role == OrderRole.Lead ? (f.Unit, f.Level, f.Level) : (Lead, Level, Current.Level);
                break;
            case OrderMoved f:
                Order(f.No).Move(f.State, by);
                SendBacks += f.State == OrderState.Returned && Order(f.No).Role == OrderRole.Upper ? 1 : 0;
                break;
            case OrderTaken f:
                LeadOrder.Leave(by);
                var order = Order(f.No);
                order.Role = OrderRole.Lead;
                (Lead, Level, Grade, Current.Level) = (order.Unit, order.Level, f.Grade, order.Level);
                break;
            case RulingAsked f:
                Order(f.Order).ToRule = true;
                break;
            case ResultSubmitted f:
                Current.Submit(f, by);
                (Grade, Category, InvalidReason, InvalidProposedBy) = (f.Grade, f.Category, null, null);
                break;
            case PromiseProofSubmitted f:
                Current.Prove(f, by);
                SettledAt = null;
                break;
            case ResultAccepted f:
                Current.Accept(f.Verified, by);
                (Outcome, ClosedAt) = (f.Verified, ClosedAt ?? by.At);
                break;
            case ClosingFoundFalse f:
                rounds.Single(r => r.No == f.Round).FoundFalse(by);
                break;
            case ResultRejected:
                Current.Reject();
                break;
            case StageMoved f:
                Stage = f.Stage;
                break;
            case AppealSettled:
                (Stage, SettledAt, AskedByLink) = (Stage.Settled, by.At, null);
                break;
            case AppealWithdrawn:
                (Stage, Lead, AskedByLink) = (Stage.Withdrawn, null, null);
                break;
            case AppealReclassified f:
                (Category, Grade, Urgency, Intent) = (f.Category, f.Grade, f.Urgency, f.Intent ?? Intent);
                break;
            case TargetNamed f:
                targets.Add(new(f));
                break;
            case DeskReplaced f:
                Desk = f.Unit;
                break;
            case AppealMerged f:
                (MergedInto, StageBefore, Stage) = (f.Into, Stage, Stage.Merged);
                break;
            case AppealUnmerged f:
                (MergedInto, StageBefore, Stage) = (null, null, f.Stage);
                break;
            case NoteWritten or LevelSkipped or ReporterHeard:
                break;
            default:
                ApplyCourse(fact, by);
                break;
        }
    }

    // Whose move it is, derived from stage, orders and clocks; and what calls for those who supervise.
    protected override void Changed()
    {
        turns.Become(Id.Value, Id, Path, Moves().Where(m => m.Clock is not null).Select(m => (TurnKey.Of(m.Unit), m.Kind, m.Clock!)));
        Concerns = ConcernsNow();
    }

    private IEnumerable<(UnitId Unit, TurnKind Kind, Clock? Clock)> Moves()
    {
        if (Undispatched && Screener is { } screener)
        {
            yield return (screener, TurnKind.Assign, Running(ClockKind.Dispatch));
        }

        if (Stage == Stage.Handling)
        {
            yield return LeadOrder.State == OrderState.Issued
                ? (LeadOrder.Unit, TurnKind.Sign, RunningFor(ClockKind.Sign, LeadOrder.Unit))
                : (LeadOrder.Unit, TurnKind.Handle, Running(ClockKind.Handle));
            if (UpperOrder is { } upper)
            {
                yield return (upper.Unit, upper.ToRule ? TurnKind.Decide : TurnKind.AcceptRaised, Running(ClockKind.Ruling) ?? RunningFor(ClockKind.Sign, upper.Unit));
            }

            foreach (var beside in orders.Where(o => o.Open && o.Beside))
            {
                yield return SignClockOf(beside) is { } sign ? (beside.Unit, TurnKind.Sign, sign)
                    : (beside.Unit, beside.Role == OrderRole.Whistled ? TurnKind.ReportIn : TurnKind.Co, ClockOf(beside));
            }

            if (AskedExtension is { } asked)
            {
                yield return (asked.Granter, TurnKind.DecideExtension, Running(ClockKind.ExtensionDecision));
            }

            foreach (var outside in orders.Where(o => o is { Open: true, Role: OrderRole.External, Issuer: not null }).DistinctBy(o => o.Issuer))
            {
                yield return (outside.Issuer!.Value, TurnKind.RecordAnswer, RunningFor(ClockKind.External, outside.Unit));
            }
        }

        if (Stage == Stage.Checking && Current.Checker is { } checker)
        {
            yield return (checker, TurnKind.Check, Running(ClockKind.Check));
        }

        if (Stage == Stage.FollowingUp)
        {
            yield return (Desk, TurnKind.FollowUp, Running(ClockKind.FollowUp));
        }

        if (Stage is Stage.FollowingUp or Stage.Settled && Lead is { } lead && Running(ClockKind.Promise) is { } promise)
        {
            yield return (lead, TurnKind.ProvePromise, promise);
        }
    }

    private WorkOrder Order(int no) => orders.Single(o => o.No == no);
}
