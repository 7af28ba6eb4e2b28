using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Signing, sending up and back, deciding (H-10, H-11, H-19).
public sealed partial class Appeal
{
    /// <summary>The unit signs for its order; opening it is not signing.</summary>
    public Problem? Sign(Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Sign, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        var own = orders.Last(o => o.Open && o.Unit == chosen.Value.Actor.Unit && (o.Role == OrderRole.Lead || o.Beside));
        if (own.State != OrderState.Issued)
        {
            return new SignedAlready();
        }

        Take(Step.Sign.Name(), chosen.Value, [], [new OrderMoved(own.No, OrderState.Signed, null), .. own.Beside ? SignClockOf(own)?.Meet(hand.At) ?? [] : MeetSign(own.Unit, hand.At), .. own.Role == OrderRole.Lead ? MeetStatutory(StatutoryEnd.Accepted, rules, hand.At) : []]);
        return null;
    }

    /// <summary>Above which level it goes when it is sent up now: after sending back and forth, above the level that sent it back.</summary>
    public int RaisedAbove(Profile profile) => Level > 0 && ToBeRuled(profile) ? SentBack.Max(o => o.Level) : Level;

    /// <summary>Sends it up with a reason and what was tried. The lead below stays lead until the unit above takes it.</summary>
    /// <param name="skipped">The levels between, where it goes past them: they are told.</param>
    /// <param name="reports">Its reports; each gives proof of first contact.</param>
    public Problem? Raise(LevelUnit to, IReadOnlyList<LevelUnit> skipped, Written reason, Written tried, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Raise, hand, rules);
        var problem = chosen.Problem
            ?? (LeadOrder.Ruled ? new RuledAlready() : null)
            ?? (UpperOrder is not null ? new RaisedAlready() : null)
            ?? (to.Level <= Level ? new NoLevelAbove() : null)
            ?? (IsTarget(to.Unit) ? new UnitIsTarget() : null)
            ?? (Problem?)NotContacted(reports, rules);
        if (problem is not null)
        {
            return problem;
        }

        var no = orders.Count + 1;
        List<DomainEvent> facts =
        [
            .. MeetSign(LeadOrder.Unit, hand.At),
            new OrderMoved(LeadOrder.No, OrderState.Raised, reason.Id),
            new OrderIssued(no, Round, LeadOrder.No, LeadOrder.Unit, to.Unit, to.Level, OrderRole.Upper, Ruled: false, tried.Id),
            rules.Start(NextClock, ClockKind.Sign, Round, to.Level, Category, Grade, Urgency, to.Unit, hand.At),
            .. skipped.Where(s => !IsTarget(s.Unit)).Select(s => new LevelSkipped(s.Level, s.Unit)),
        ];
        if (ToBeRuled(rules.Profile))
        {
            facts.Add(new RulingAsked(no));
        }

        Take(Step.Raise.Name(), chosen.Value, [reason, tried], facts);
        return null;
    }

    /// <summary>The unit above takes it: it is the lead now, under its own limit, and the grade rises.</summary>
    public Problem? AcceptRaised(Hand hand, Rules rules)
    {
        var chosen = Choose(Step.AcceptRaised, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        // Whoever was asked to rule and takes it has ruled.
        Take(Step.AcceptRaised.Name(), chosen.Value, [], [.. UpperOrder!.ToRule ? [.. Ruled(UpperOrder.Unit), .. EndActFirst(hand.At)] : (DomainEvent[])[], .. TakeOver(UpperOrder, rules, hand.At)]);
        return null;
    }

    /// <summary>The unit above sends it back down with a reason: the lead below works on, its clock never stopped.</summary>
    public Problem? SendBack(Written reason, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.SendBack, hand, rules);
        if ((chosen.Problem ?? (UpperOrder!.ToRule ? new RuledAlready() : null)) is { } no)
        {
            return no;
        }

        Take(Step.SendBack.Name(), chosen.Value, [reason],
            [.. MeetSign(UpperOrder!.Unit, hand.At), new OrderMoved(UpperOrder.No, OrderState.Returned, reason.Id), new OrderMoved(LeadOrder.No, OrderState.Working, null)]);
        return null;
    }

    /// <summary>After sending back and forth the centre above decides who does it; nobody returns that.</summary>
    public Problem? Decide(LevelUnit lead, Written reason, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Decide, hand, rules);
        var problem = chosen.Problem ?? (UpperOrder!.ToRule ? null : new StepNotPossible(Step.Decide, Stage)) ?? (Problem?)(IsTarget(lead.Unit) ? new UnitIsTarget() : null);
        if (problem is not null)
        {
            return problem;
        }

        var upper = UpperOrder!;
        Take(Step.Decide.Name(), chosen.Value, [reason],
        [
            .. Ruled(lead.Unit),
            .. lead.Unit == upper.Unit ? TakeOver(upper, rules, hand.At) : Rule(upper, lead, reason.Id, rules, hand.At),
            .. EndActFirst(hand.At), // after whatever runs again: what has ended wakes nobody
            .. Seen(lead),
        ]);
        return null;
    }

    /// <summary>Writes a note among those who handle.</summary>
    public Problem? Note(Written words, Report? report, Hand hand, Rules rules)
    {
        var chosen = rules.Workflow.Choose(Step.Note, Stage, hand, StandingWith(report));
        if (chosen.Problem is { } no)
        {
            return no;
        }

        Take(Step.Note.Name(), chosen.Value, [words], [new NoteWritten(words.Id)]);
        return null;
    }

    /// <summary>The last reporter withdrew: everything ends.</summary>
    internal void Withdraw(By by) =>
        Take(Step.Withdraw.Name(), by, [],
        [.. EndAll(by.At), new AppealWithdrawn()]);

    private bool ToBeRuled(Profile profile) => Stage == Stage.Handling && SentBack.Count() >= profile.Handling.SendBacksBeforeRuling;

    private IEnumerable<WorkOrder> SentBack => orders.Where(o => o is { Role: OrderRole.Upper, State: OrderState.Returned } && o.Parent == LeadOrder.No);

    private static Problem? NotContacted(IEnumerable<Report> reports, Rules rules) =>
        reports.Where(r => r.WithdrawnAt is null).Select(r => r.NotContacted(rules.Profile.FirstContact)).FirstOrDefault(p => p is not null);

    private Grade GradeAt(int level, Rules rules) => level > Level && rules.Profile.Levels[level - 1].Grade is var grade && grade > Grade ? grade : Grade;

    // The unit that had it already gains no time by the quarrel: its clock never stopped.
    private List<DomainEvent> Rule(WorkOrder upper, LevelUnit lead, Guid reason, Rules rules, DateTime at)
    {
        var grade = GradeAt(lead.Level, rules);
        List<DomainEvent> facts =
        [
            .. MeetSign(upper.Unit, at),
            .. Meet(ClockKind.Ruling, at),
            new OrderMoved(upper.No, OrderState.Done, null),
            new OrderMoved(LeadOrder.No, OrderState.Recalled, null),
            new OrderIssued(orders.Count + 1, Round, upper.No, upper.Unit, lead.Unit, lead.Level, OrderRole.Lead, Ruled: true, reason, grade),
            rules.Start(NextClock, ClockKind.Sign, Round, lead.Level, Category, grade, Urgency, lead.Unit, at),
        ];
        return lead.Unit == Lead ? facts
            : [.. facts, .. Leaving(lead.Unit, rules, at), .. End(ClockKind.Handle, at), rules.Start(NextClock + 1, ClockKind.Handle, Round, lead.Level, Category, grade, Urgency, lead.Unit, at, Intent)];
    }

    private List<DomainEvent> TakeOver(WorkOrder upper, Rules rules, DateTime at)
    {
        var grade = GradeAt(upper.Level, rules);
        return
        [
            .. MeetSign(upper.Unit, at),
            .. Meet(ClockKind.Ruling, at),
            .. MeetStatutory(StatutoryEnd.Accepted, rules, at),
            .. Leaving(upper.Unit, rules, at),
            .. End(ClockKind.Handle, at),
            new OrderTaken(upper.No, grade),
            new OrderMoved(upper.No, OrderState.Signed, null),
            rules.Start(NextClock, ClockKind.Handle, Round, upper.Level, Category, grade, Urgency, upper.Unit, at, Intent),
        ];
    }

    private DomainEvent[] Ruled(UnitId lead) =>
        LeadOrder.Objection is null ? [] : [new ObjectionRuled(LeadOrder.No, Upheld: lead != Lead, Lead)];

    private IReadOnlyList<DomainEvent> Meet(ClockKind kind, DateTime at) => Running(kind) is { } clock ? clock.Meet(at) : [];

    private IReadOnlyList<DomainEvent> End(ClockKind kind, DateTime at) => Running(kind) is { } clock ? clock.End(at) : [];
}

/// <summary>A unit at a level of handling.</summary>
public sealed record LevelUnit(int Level, UnitId Unit)
{
    /// <summary>The centre of its level, which sees that it was addressed from below; null where it was not.</summary>
    public UnitId? SeenBy { get; init; }
}
