using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Few may see it, and never whom it is about (I-31, P-12).
public sealed partial class Appeal
{
    /// <summary>Few may see it.</summary>
    public bool Sensitive { get; private set; }

    /// <summary>It tells of officials' misconduct: only those see it whose turn it is.</summary>
    public bool Disclosure => Sensitive && Intent == Intent.Disclosure;

    /// <summary>The units it stands with: all that ever had it; of a sensitive one those that have something to do with it now.</summary>
    public IReadOnlyList<UnitId> Units => Sensitive
        ? Ended && SecretWith is { } secret ? [secret]
            : [.. orders.Where(o => o.Open).Select(o => o.Unit).Concat(Lead is { } lead ? [lead] : []).Concat(Moves().Select(m => m.Unit)).Distinct()]
        : [.. orders.Select(o => o.Unit).Distinct()];

    /// <summary>Whether the post, or the unit it belongs to, is whom it is about.</summary>
    public bool IsAbout(HeldPost post) => targets.Exists(t => post.Units.Any(u => t.Concerns(post.Id, u)));

    /// <summary>Whether no step may address the unit, because it is, or contains, whom it is about.</summary>
    public bool IsAbout(UnitId unit) => IsTarget(unit);

    /// <summary>Keeps it to few, or opens it to its area again. The first contact goes to the desk.</summary>
    /// <param name="keeper">Who alone has what tells of officials' misconduct; null when it tells of something else.</param>
    /// <param name="checker">Who checks what the keeper does.</param>
    public Problem? Restrict(bool sensitive, Written reason, LevelUnit? keeper, IReadOnlyList<Report> reports, Hand hand, Rules rules, UnitId? checker = null)
    {
        var chosen = Choose(Step.Restrict, hand, rules);
        var problem = chosen.Problem ?? (keeper is not null && IsTarget(keeper.Unit) ? new UnitIsTarget() : null);
        if (problem is not null)
        {
            return problem;
        }

        var given = sensitive ? keeper : null;
        Take(Step.Restrict.Name(), chosen.Value, [reason], [new AppealRestricted(sensitive, reason.Id, given is not null), .. given is null ? [] : Only(given, checker, hand, chosen.Value, rules)]);
        if (sensitive)
        {
            foreach (var report in reports)
            {
                report.KeepTo(given?.Unit ?? Desk, Step.Restrict, chosen.Value);
            }
        }

        return null;
    }

    // Whoever else has it has it no longer. What tells of misconduct is under the law for that, and the keeper answers for it.
    private List<DomainEvent> Only(LevelUnit keeper, UnitId? checker, Hand hand, By by, Rules rules)
    {
        var seen = new Classified(Category, Grade, Urgency, Intent.Disclosure);
        List<DomainEvent> facts = [.. Statutory.Where(c => c.Unit != keeper.Unit).Select(c => new ClockHanded(c.No, keeper.Unit)), .. Given(keeper, seen, hand, by, rules), .. CheckedBy(checker, keeper.Level, seen, rules, by.At)];
        return [.. facts, .. UnderLaw(seen, keeper.Unit, NextClock + facts.Count(f => f is ClockStarted), hand, rules)];
    }

    private IReadOnlyList<DomainEvent> Given(LevelUnit keeper, Classified seen, Hand hand, By by, Rules rules)
    {
        if (Undispatched)
        {
            return Screener == keeper.Unit ? [.. Own(ClockKind.Dispatch)]
                : [.. Undispatching(keeper, seen.Intent, rules, by.At)];
        }

        // What was handed in goes back to be worked on: nobody else checks it as it stands.
        return Stage switch
        {
            Stage.Handling => GivenTo(keeper, by, rules, seen.Intent, Own(ClockKind.Handle)),
            Stage.Checking when orders.Exists(o => o is { Role: OrderRole.Lead, Open: true }) =>
                [.. Lead == keeper.Unit ? [] : End(ClockKind.Check, by.At), .. GivenTo(keeper, by, rules, seen.Intent, Own(ClockKind.Handle)), .. Lead == keeper.Unit ? (DomainEvent[])[] : [new StageMoved(Stage.Handling)]],
            Stage.Checking or Stage.FollowingUp or Stage.Settled when Lead is not null && Lead != keeper.Unit =>
                [new LeadReplaced(keeper.Level, keeper.Unit), .. Running(ClockKind.Promise) is { } promise ? (DomainEvent[])[new ClockHanded(promise.No, keeper.Unit)] : []],
            _ => [],
        };

        IEnumerable<DomainEvent> Own(ClockKind kind) => Running(kind) is { } clock && Ruled(clock, seen, hand, rules) is { } ruled ? [ruled] : [];
    }

    // A promise's proof goes on being checked, by whoever checks what the keeper does; whoever checked it before sees no more of it.
    private IEnumerable<DomainEvent> CheckedBy(UnitId? checker, int level, Classified seen, Rules rules, DateTime at) =>
        Stage == Stage.Checking && checker is { } unit && unit != Current.Checker && !orders.Exists(o => o is { Role: OrderRole.Lead, Open: true })
            ? [.. End(ClockKind.Check, at), new CheckerReplaced(unit), rules.Start(NextClock, ClockKind.Check, Round, level, seen.Category, seen.Grade, seen.Urgency, unit, at, seen.Intent)]
            : [];

    // The limit of a keeper that leads already is ruled anew; of anybody else it begins.
    private List<DomainEvent> GivenTo(LevelUnit keeper, By by, Rules rules, Intent intent, IEnumerable<DomainEvent> own) =>
    [
        .. Lead == keeper.Unit ? [.. LeadWorksOn(), .. own] : Readdress(LeadOrder, OrderState.Recalled, keeper, ruled: true, by.Actor.Unit, null, rules, by.At, intent),
        .. orders.Where(o => o.Open && o != LeadOrder && (Lead == keeper.Unit || o.Unit != keeper.Unit || o.Role is not (OrderRole.Co or OrderRole.Whistled))).SelectMany(o => Recalled(o, by.At)),
        .. Lead == keeper.Unit && AskedExtension is { } asked ? Decided(asked, granted: false, null, by.At) : [],
    ];

    // An order beside the lead's, or above it, ends unmet.
    private IEnumerable<DomainEvent> Recalled(WorkOrder order, DateTime at) =>
    [
        new OrderMoved(order.No, OrderState.Recalled, null),
        .. MeetSign(order.Unit, at),
        .. order.Role == OrderRole.Upper ? End(ClockKind.Ruling, at) : [],
        .. ClocksOf(order).SelectMany(c => c.End(at)),
    ];

    private IEnumerable<DomainEvent> LeadWorksOn() => LeadOrder.State == OrderState.Raised ? [new OrderMoved(LeadOrder.No, OrderState.Working, null)] : [];
}
