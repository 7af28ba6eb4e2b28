using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Before the dispatch, where a profile puts somebody there: looked at, judged, given to its lead or to one of the special routes (H-03, H-14, I-31).
public sealed partial class Appeal
{
    private readonly List<Triage> triages = [];

    /// <summary>The unit that looks at it before it is dispatched; null where it was dispatched on receipt.</summary>
    public UnitId? Screener { get; private set; }

    /// <summary>The level of handling at which it is looked at.</summary>
    public int? ScreenerLevel { get; private set; }

    public IReadOnlyList<Triage> Triages => triages;

    public SpecialRoute? Route { get; private set; }

    public InvalidReason? InvalidReason { get; private set; }

    public PersonId? InvalidProposedBy { get; private set; }

    private bool Undispatched => Stage is Stage.Screening or Stage.Dispatching;

    /// <summary>Begins it with somebody who looks at it before it is dispatched.</summary>
    public static Appeal AcceptForScreening(AppealId id, AppealAccepted accepted, LevelUnit screener, Rules rules, By by, AppealSplit? part = null)
    {
        var appeal = new Appeal { Id = id };
        appeal.Take(Beginning(part), by, [], [accepted, .. Origin(part), new ScreeningBegun(screener.Unit, Stage.Screening, screener.Level), appeal.DispatchClock(screener, accepted.Category, accepted.Urgency, accepted.Intent, rules, by.At), .. StatutoryClocks(2, accepted, screener, rules, part?.ReceivedAt ?? by.At)]);
        return appeal;
    }

    /// <summary>Gives it to the unit that must solve it, and to those beside it.</summary>
    /// <param name="judges">The units that must have judged it first.</param>
    public Problem? Assign(LevelUnit lead, Written? requirement, IReadOnlyList<CoTask> beside, IReadOnlyCollection<UnitId> judges, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Assign, hand, rules);
        var problem = chosen.Problem
            ?? (IsTarget(lead.Unit) ? new UnitIsTarget() : null)
            ?? (Stage == Stage.Dispatching && judges.Count(j => triages.Exists(t => t.Unit == j)) is var judged && judged < judges.Count ? new NotJudgedYet(judged, judges.Count) : null)
            ?? Unusable(beside, lead.Unit, hand.At);
        if (problem is not null)
        {
            return problem;
        }

        var facts = new List<DomainEvent>([.. Meet(ClockKind.Dispatch, hand.At)]);
        facts.AddRange(Begin(this, RoundReason.First, lead, Category, GradeAt(lead.Level, rules), Urgency, rules, hand.At, chosen.Value.Actor.Unit, requirement?.Id));
        facts.AddRange(Seen(lead));
        facts.AddRange(Beside(beside, OrderRole.Co, ClockKind.CoUnit, orders.Count + 2, NextClock + 2, Round + 1, chosen.Value, rules));
        Take(Step.Assign.Name(), chosen.Value, [.. Texts(requirement), .. beside.Select(b => b.Requirement)], facts);
        return null;
    }

    /// <summary>Goes to the second stage, where others judge and dispatch it.</summary>
    public Problem? PassOn(LevelUnit second, Written reason, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.PassOn, hand, rules);
        if ((chosen.Problem ?? (IsTarget(second.Unit) ? new UnitIsTarget() : null)) is { } no)
        {
            return no;
        }

        Take(Step.PassOn.Name(), chosen.Value, [reason],
            [.. Meet(ClockKind.Dispatch, hand.At), new ScreeningBegun(second.Unit, Stage.Dispatching, second.Level), DispatchClock(second, Category, Urgency, Intent, rules, hand.At)]);
        return null;
    }

    /// <summary>A unit judges it on the four scales; again replaces what it said before.</summary>
    public Problem? Judge(Scales scales, Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Triage, hand, rules);
        if ((chosen.Problem ?? scales.NotUsable) is { } no)
        {
            return no;
        }

        Take(Step.Triage.Name(), chosen.Value, [words],
            [new AppealTriaged(triages.Count + 1, chosen.Value.Actor.Unit!.Value, scales.General, scales.Urgent, scales.Lawful, scales.PublicInterest, words.Id)]);
        return null;
    }

    /// <summary>Takes one of the six special routes instead of dispatching it; the notice goes to the reporter.</summary>
    /// <param name="secret">What kind of secret it holds and why nothing of it may stay, where it is to be destroyed: a second person must agree.</param>
    public Problem? Decline(SpecialRoute route, Written notice, IReadOnlyList<Report> reports, Hand hand, Rules rules, (SecretKind Kind, Written Reason)? secret = null)
    {
        var chosen = Choose(Step.Decline, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        Take(Step.Decline.Name(), chosen.Value, [.. Texts(notice, secret?.Reason)],
        [
            new AppealDeclined(route, notice.Id), .. EndAll(hand.At), new StageMoved(route == SpecialRoute.StatutoryRoute ? Stage.Referred : Stage.Declined),
            .. secret is { } asked ? (DomainEvent[])[new PurgeAsked(asked.Kind, asked.Reason.Id, chosen.Value.Actor.Unit)] : [],
        ]);
        EndContact(reports, Step.Decline, chosen.Value);
        return null;
    }

    /// <summary>Says that it is no appeal at all. A second person must agree.</summary>
    public Problem? ProposeInvalid(InvalidReason reason, Written words, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.ProposeInvalid, hand, rules);
        var problem = chosen.Problem
            ?? (InvalidProposedBy is not null ? new InvalidProposedAlready() : null)
            ?? (reason == Policy.InvalidReason.Unintelligible ? NotContacted(reports, rules) : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.ProposeInvalid.Name(), chosen.Value, [words], [new InvalidProposed(reason, words.Id)]);
        return null;
    }

    /// <summary>The second person agrees.</summary>
    public Problem? ConfirmInvalid(IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.ConfirmInvalid, hand, rules);
        if ((chosen.Problem ?? SecondPerson(hand)) is { } no)
        {
            return no;
        }

        Take(Step.ConfirmInvalid.Name(), chosen.Value, [], [new InvalidConfirmed(InvalidReason!.Value), .. EndAll(hand.At), new StageMoved(Stage.Invalid)]);
        EndContact(reports, Step.ConfirmInvalid, chosen.Value);
        return null;
    }

    /// <summary>The second person does not agree: it goes on as it was.</summary>
    public Problem? KeepValid(Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.KeepValid, hand, rules);
        if ((chosen.Problem ?? SecondPerson(hand)) is { } no)
        {
            return no;
        }

        Take(Step.KeepValid.Name(), chosen.Value, [words], [new InvalidRefused(words.Id)]);
        return null;
    }

    private Problem? SecondPerson(Hand hand) =>
        InvalidProposedBy is not { } first ? new NothingProposed() : first == hand.Person ? new SecondPersonNeeded() : null;

    private ClockStarted DispatchClock(LevelUnit unit, string category, Urgency urgency, Intent intent, Rules rules, DateTime at) =>
        rules.Start(NextClock, ClockKind.Dispatch, Math.Max(Round, 1), unit.Level, category, Grade, urgency, unit.Unit, at, intent);

    // Whoever takes the place of the one that looks at it dispatches nothing: it leads, as it would have from receipt.
    private IEnumerable<DomainEvent> Undispatching(LevelUnit lead, Intent intent, Rules rules, DateTime at) =>
        [.. Meet(ClockKind.Dispatch, at), .. Begin(this, RoundReason.First, lead, Category, GradeAt(lead.Level, rules), Urgency, rules, at, intent: intent)];

    // Everything that is open here ends unmet.
    private IEnumerable<DomainEvent> EndAll(DateTime at) =>
    [
        .. orders.Where(o => o.Open).Select(o => new OrderMoved(o.No, OrderState.Recalled, null)),
        .. Clocks.Where(c => c.Runs).SelectMany(c => c.End(at)),
    ];

    private static void EndContact(IEnumerable<Report> reports, Step step, By by)
    {
        foreach (var report in reports)
        {
            report.EndContact(step, by);
        }
    }

    private static IEnumerable<Written> Texts(params Written?[] texts) => texts.OfType<Written>();
}

/// <summary>The four scales of the second stage, each from 1 (least) to 5 (most).</summary>
public sealed record Scales(int General, int Urgent, int Lawful, int PublicInterest)
{
    internal Problem? NotUsable =>
        new[] { (nameof(General), General), (nameof(Urgent), Urgent), (nameof(Lawful), Lawful), (nameof(PublicInterest), PublicInterest) }
            .Where(s => s.Item2 is < 1 or > 5).Select(s => new NotAScale(s.Item1)).FirstOrDefault();
}
