using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Sideways: transferred, disputed, ruled, acted on first and settled later (H-12).
public sealed partial class Appeal
{
    /// <summary>The centre gives it to another unit. What a ruling decided stays.</summary>
    public Problem? Transfer(LevelUnit to, Written reason, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Transfer, hand, rules);
        var problem = chosen.Problem
            ?? (LeadOrder.Ruled ? new RuledAlready() : null)
            ?? (UpperOrder is not null ? new RaisedAlready() : null)
            ?? (to.Unit == Lead ? new UnitHasItAlready() : null)
            ?? (Problem?)(IsTarget(to.Unit) ? new UnitIsTarget() : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.Transfer.Name(), chosen.Value, [reason], [.. Readdress(LeadOrder, OrderState.Returned, to, ruled: false, chosen.Value.Actor.Unit, reason.Id, rules, hand.At), .. Seen(to)]);
        return null;
    }

    /// <summary>The unit disputes once, within its time, that it is its duty. The centre rules; the unit's clock goes on.</summary>
    public Problem? RaiseObjection(ReturnReason reason, Written words, LevelUnit centre, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.RaiseObjection, hand, rules);
        var lead = chosen.Ok ? LeadOrder : null;
        var problem = chosen.Problem
            ?? (lead!.Ruled ? new RuledAlready() : null)
            ?? (UpperOrder is not null ? new RaisedAlready() : null)
            ?? (orders.Exists(o => o.Unit == lead.Unit && o.Objection is not null) ? new ObjectedAlready() : null)
            ?? (lead.Issuer is null ? new NotDispatched() : null)
            ?? (IsTarget(centre.Unit) ? new UnitIsTarget() : null)
            ?? (rules.Profile.ObjectWithin is not { } within ? new StepNotPossible(Step.RaiseObjection, Stage) : null)
            ?? (Problem?)(ObjectUntil(lead, rules) is var until && hand.At > until ? new TooLateToObject(until) : null);
        if (problem is not null)
        {
            return problem;
        }

        var no = orders.Count + 1;
        Take(Step.RaiseObjection.Name(), chosen.Value, [words],
        [
            .. MeetSign(lead!.Unit, hand.At),
            new ObjectionRaised(lead.No, reason, words.Id),
            new OrderMoved(lead.No, OrderState.Raised, words.Id),
            new OrderIssued(no, Round, lead.No, lead.Unit, centre.Unit, centre.Level, OrderRole.Upper, Ruled: false, words.Id),
            new RulingAsked(no),
            rules.Start(NextClock, ClockKind.Ruling, Round, centre.Level, Category, Grade, Urgency, centre.Unit, hand.At),
        ]);
        return null;
    }

    // The city's own limit takes nothing from what the law allows.
    private DateTime ObjectUntil(WorkOrder order, Rules rules) =>
        new[] { rules.Profile.ObjectWithin, rules.Profile.LawfulObjection(order.Level, Category, Grade, Urgency, Intent) }.OfType<Limit>().Max(l => rules.Timetable.Due(order.IssuedAt, l));

    /// <summary>A fallback unit works while it is being ruled who must.</summary>
    public Problem? ActFirst(CoTask task, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.ActFirst, hand, rules);
        var problem = chosen.Problem
            ?? (UpperOrder is not { ToRule: true } ? new NothingToRule() : null)
            ?? Unusable([task], null, hand.At);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.ActFirst.Name(), chosen.Value, [task.Requirement], Beside([task], OrderRole.ActFirst, ClockKind.CoUnit, orders.Count + 1, NextClock, Round, chosen.Value, rules));
        return null;
    }

    // One lead's order ends and the next one's begins, under limits of its own. It was taken away: what was not signed for stays unsigned.
    private List<DomainEvent> Readdress(WorkOrder from, OrderState left, LevelUnit to, bool ruled, UnitId? issuer, Guid? reason, Rules rules, DateTime at, Intent? intent = null)
    {
        var grade = GradeAt(to.Level, rules);
        return
        [
            .. RunningFor(ClockKind.Sign, from.Unit)?.End(at) ?? [],
            .. Leaving(to.Unit, rules, at),
            .. End(ClockKind.Handle, at),
            new OrderMoved(from.No, left, reason),
            new OrderIssued(orders.Count + 1, Round, from.No, issuer, to.Unit, to.Level, OrderRole.Lead, ruled, reason, grade),
            rules.Start(NextClock, ClockKind.Sign, Round, to.Level, Category, grade, Urgency, to.Unit, at),
            rules.Start(NextClock + 1, ClockKind.Handle, Round, to.Level, Category, grade, Urgency, to.Unit, at, intent ?? Intent),
        ];
    }

    // With the lead goes what it had asked for, and why its time stood still: those who stay beside the next one work on. Whoever worked beside it and leads now has one task, not two.
    private IEnumerable<DomainEvent> Leaving(UnitId to, Rules rules, DateTime at)
    {
        var twice = orders.Where(o => o.Open && o.Unit == to && o.Role is OrderRole.Co or OrderRole.Whistled).ToList();
        return
        [
            .. AskedExtension is { } asked ? Decided(asked, granted: false, null, at) : [],
            .. twice.SelectMany(o => Recalled(o, at)),
            .. GoesOn(orders.Where(o => o.Open && o.Beside && !twice.Contains(o)).SelectMany(ClocksOf), null, rules, at),
        ];
    }

    // Those who acted first have done their part once it is ruled.
    private IEnumerable<DomainEvent> EndActFirst(DateTime at) =>
        orders.Where(o => o is { Role: OrderRole.ActFirst, Open: true }).SelectMany(o => (DomainEvent[])
            [new OrderMoved(o.No, OrderState.Done, null), .. ClockOf(o)?.Meet(at) ?? [], .. SignClockOf(o)?.End(at) ?? []]);

    // The centre above sees what goes past it to its departments.
    private static IEnumerable<DomainEvent> Seen(params IEnumerable<LevelUnit> to) =>
        to.Where(t => t.SeenBy is not null).Select(t => new DepartmentAddressed(t.Unit, t.SeenBy!.Value));

    private Clock? RunningFor(ClockKind kind, UnitId unit) => Clocks.LastOrDefault(c => c.Kind == kind && c.Runs && c.Unit == unit);

    private IReadOnlyList<DomainEvent> MeetSign(UnitId unit, DateTime at) => RunningFor(ClockKind.Sign, unit)?.Meet(at) ?? [];
}
