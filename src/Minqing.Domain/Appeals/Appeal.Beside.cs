using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Units beside the lead: co-units with their own limits, departments whistled for (H-13), visits (H-17), ways out (H-15).
public sealed partial class Appeal
{
    // A slip of the year would be a limit that nobody is ever held to.
    private const int TaskYears = 1;

    /// <summary>How often somebody went there.</summary>
    public int Visits { get; private set; }

    /// <summary>Whether the lead's lateness is excused: it urged a unit beside it before that one was due, and that one was late.</summary>
    public bool LeadExcused =>
        orders.Where(o => o.Role == OrderRole.Co && o.UrgedAt is not null)
            .Any(o => Clocks.Any(c => c.Kind == ClockKind.CoUnit && c.Unit == o.Unit && c.Round == Round && c.MissedAt is not null && o.UrgedAt < c.DueAt));

    /// <summary>The centre names units beside the lead: what each must do, by when.</summary>
    public Problem? AddCo(IReadOnlyList<CoTask> tasks, Hand hand, Rules rules) => CallUnits(Step.AddCo, tasks, OrderRole.Co, ClockKind.CoUnit, hand, rules);

    /// <summary>The lead calls departments to the place; each reports in within its limit.</summary>
    public Problem? Whistle(IReadOnlyList<CoTask> tasks, Hand hand, Rules rules) => CallUnits(Step.Whistle, tasks, OrderRole.Whistled, ClockKind.ReportIn, hand, rules);

    /// <summary>A unit beside the lead says what it has done.</summary>
    public Problem? ReportAsCo(Written words, IReadOnlyList<MediaRef> evidence, Hand hand, Rules rules) => ReportBeside(Step.ReportAsCo, ClockKind.CoUnit, words, evidence, hand, rules);

    /// <summary>A department that was whistled for has come.</summary>
    public Problem? ReportIn(Written words, IReadOnlyList<MediaRef> evidence, Hand hand, Rules rules) => ReportBeside(Step.ReportIn, ClockKind.ReportIn, words, evidence, hand, rules);

    /// <summary>The centre lets a late unit go, so that the lead can hand in without it. Its miss stays.</summary>
    public Problem? ReleaseCo(int order, Written reason, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.ReleaseCo, hand, rules);
        var co = orders.Find(o => o.No == order && o.Open && o.Beside);
        var problem = chosen.Problem
            ?? (co is null ? new NoSuchOrder() : null)
            ?? (Problem?)(ClockOf(co!) is { } clock && !clock.Late(hand.At) ? new NotLateYet(clock.DueAt) : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.ReleaseCo.Name(), chosen.Value, [reason], [new OrderMoved(order, OrderState.Recalled, reason.Id), new CoReleased(order, co!.Unit), .. ClocksOf(co).SelectMany(c => c.End(hand.At))]);
        return null;
    }

    /// <summary>The lead urges a unit beside it; before that one is due, this excuses the lead.</summary>
    public Problem? UrgeCo(int order, Written? words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.UrgeCo, hand, rules);
        if ((chosen.Problem ?? (orders.Exists(o => o.No == order && o.Open && o.Beside) ? null : new NoSuchOrder())) is { } no)
        {
            return no;
        }

        Take(Step.UrgeCo.Name(), chosen.Value, Texts(words).ToList(), [new CoUrged(order, words?.Id, Order(order).Unit)]);
        return null;
    }

    /// <summary>Somebody went there.</summary>
    /// <param name="taken">Where the photos were taken, of those that say it.</param>
    public Problem? Visit(DateTime on, Written present, Written found, IReadOnlyList<MediaRef> evidence, IReadOnlyList<Point> taken, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Visit, hand, rules);
        if ((chosen.Problem ?? (on > hand.At || on < ReceivedAt ? new VisitTimeNotUsable() : null)) is { } no)
        {
            return no;
        }

        Take(Step.Visit.Name(), chosen.Value, [present, found], [new SiteVisited(Visits + 1, on, present.Id, found.Id, evidence, Point is { } place ? taken.Max(p => (int?)place.MetresTo(p)) : null)]);
        return null;
    }

    /// <summary>Sends it out of the platform; the reporter is told. A statutory way ends it, any other is an order with a clock of its own.</summary>
    /// <param name="outside">The unit outside that answers; null for a statutory way.</param>
    public Problem? Refer(WayOut way, string to, LevelUnit? outside, Written notice, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Refer, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        if (way is WayOut.Petition or WayOut.Judicial)
        {
            Take(Step.Refer.Name(), chosen.Value, [notice], [new AppealReferred(way, to, null, notice.Id), .. EndAll(hand.At), new StageMoved(Stage.Referred)]);
            EndContact(reports, Step.Refer, chosen.Value);
            return null;
        }

        if (outside is null)
        {
            return new OutsideUnitMissing();
        }

        if (IsTarget(outside.Unit))
        {
            return new UnitIsTarget();
        }

        if (orders.Exists(o => o.Open && o.Unit == outside.Unit))
        {
            return new UnitHasItAlready();
        }

        var order = orders.Count + 1;
        Take(Step.Refer.Name(), chosen.Value, [notice],
        [
            new AppealReferred(way, to, order, notice.Id),
            new OrderIssued(order, Round, LeadOrder.No, chosen.Value.Actor.Unit, outside.Unit, outside.Level, OrderRole.External, Ruled: false, notice.Id),
            rules.Start(NextClock, ClockKind.External, Round, Level, Category, Grade, Urgency, outside.Unit, hand.At),
        ]);
        return null;
    }

    /// <summary>What came of it outside. After a statutory way only this is still written down.</summary>
    public Problem? RecordAnswer(int? order, Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.RecordAnswer, hand, rules);
        var external = orders.Find(o => o.No == order && o is { Role: OrderRole.External, Open: true });
        if ((chosen.Problem ?? (Stage == Stage.Handling && external is null ? new NoSuchOrder() : null)) is { } no)
        {
            return no;
        }

        Take(Step.RecordAnswer.Name(), chosen.Value, [words],
        [
            new OutsideAnswered(external?.No, words.Id),
            .. external is null ? (DomainEvent[])[] : [new OrderMoved(external.No, OrderState.Done, null), .. RunningFor(ClockKind.External, external.Unit)?.Meet(hand.At) ?? []],
        ]);
        return null;
    }

    // What still keeps the lead from handing in: units beside it that have not reported, an answer from outside.
    private WaitsForOthers? Waiting() => orders.Count(o => o.Open && (o.Beside || o.Role == OrderRole.External)) is var open && open > 0 ? new(open) : null;

    private Problem? CallUnits(Step step, IReadOnlyList<CoTask> tasks, OrderRole role, ClockKind kind, Hand hand, Rules rules)
    {
        var chosen = Choose(step, hand, rules);
        if ((chosen.Problem ?? (tasks.Count == 0 ? new NoUnitNamed() : Unusable(tasks, Lead, hand.At))) is { } no)
        {
            return no;
        }

        var facts = Beside(tasks, role, kind, orders.Count + 1, NextClock, Round, chosen.Value, rules);
        Take(step.Name(), chosen.Value, [.. tasks.Select(t => t.Requirement).Distinct()], [.. facts, .. StandingStill(facts)]);
        return null;
    }

    private Problem? ReportBeside(Step step, ClockKind kind, Written words, IReadOnlyList<MediaRef> evidence, Hand hand, Rules rules)
    {
        var chosen = Choose(step, hand, rules);
        var own = chosen.Ok ? orders.Find(o => o.Open && o.Unit == chosen.Value.Actor.Unit && o.Beside && (o.Role == OrderRole.Whistled) == (kind == ClockKind.ReportIn)) : null;
        if ((chosen.Problem ?? (own is null ? new NoSuchOrder() : null)) is { } no)
        {
            return no;
        }

        Take(step.Name(), chosen.Value, [words], [new CoReported(own!.No, words.Id, evidence), new OrderMoved(own.No, OrderState.Done, null), .. ClocksOf(own).SelectMany(c => c.Meet(hand.At))]);
        return null;
    }

    // What runs for a unit beside the lead or outside: until it signs, and until it has done its part.
    private IEnumerable<Clock> ClocksOf(WorkOrder order) =>
        (order.Role == OrderRole.External ? [RunningFor(ClockKind.External, order.Unit)] : order.Beside ? [SignClockOf(order), ClockOf(order)] : (Clock?[])[]).OfType<Clock>();

    private Clock? SignClockOf(WorkOrder beside) => RunningFor(SigningOf(beside.Role), beside.Unit);

    private static ClockKind SigningOf(OrderRole role) => role == OrderRole.Whistled ? ClockKind.WhistleSign : ClockKind.CoSign;

    private Clock? ClockOf(WorkOrder beside) => RunningFor(beside.Role == OrderRole.Whistled ? ClockKind.ReportIn : ClockKind.CoUnit, beside.Unit);

    private Problem? Unusable(IReadOnlyList<CoTask> tasks, UnitId? lead, DateTime now) =>
        tasks.Select(t => t.To.Unit).Distinct().Count() < tasks.Count || tasks.Any(t => t.To.Unit == lead || orders.Exists(o => o.Open && o.Beside && o.Unit == t.To.Unit)) ? new UnitHasItAlready()
        : tasks.Any(t => IsTarget(t.To.Unit)) ? new UnitIsTarget()
        : tasks.Any(t => t.Until < LocalTime.DayOf(now) || t.Until > LocalTime.DayOf(now).AddYears(TaskYears)) ? new DayNotUsable()
        : null;

    private List<DomainEvent> Beside(IReadOnlyList<CoTask> tasks, OrderRole role, ClockKind kind, int order, int clock, int round, By by, Rules rules)
    {
        List<DomainEvent> facts = [];
        foreach (var task in tasks)
        {
            facts.Add(new OrderIssued(order++, round, null, by.Actor.Unit, task.To.Unit, task.To.Level, role, Ruled: false, task.Requirement.Id));
            facts.Add(Start(kind, clock++, round, task.To, task.Until, by.At, rules));
            facts.Add(rules.Start(clock++, SigningOf(role), round, task.To.Level, Category, Grade, Urgency, task.To.Unit, by.At));
        }

        return [.. facts, .. Seen(tasks.Select(t => t.To))];
    }

    // The profile's limit, or a day that was named.
    private ClockStarted Start(ClockKind kind, int no, int round, LevelUnit unit, DateOnly? until, DateTime at, Rules rules)
    {
        var rule = rules.Profile.RuleFor(kind, unit.Level, Category, Grade, Urgency, rules.Timetable.Version);
        return Clock.Start(no, kind, round, until is { } day ? rule with { Limit = new(day.DayNumber - LocalTime.DayOf(at).DayNumber, Measure.NaturalDays), Named = true } : rule, unit.Unit, null, at, rules.Timetable);
    }
}
