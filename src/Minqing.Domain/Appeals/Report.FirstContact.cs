using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// First contact: who of the chain calls the reporter, and what came of it (H-01, H-02).
public sealed partial class Report
{
    private const int FirstTier = 1;

    /// <summary>The turn keys of the chain's tiers as of receipt, lowest first.</summary>
    public IReadOnlyList<string> Ladder { get; private set; } = [];

    /// <summary>How many rungs of the ladder are in the pool.</summary>
    public int Rungs { get; private set; }

    /// <summary>The key of the desk that makes the call where identity is kept from those handling it.</summary>
    public string? Desk { get; private set; }

    public PostId? TakenByPost { get; private set; }

    public PersonId? TakenByPerson { get; private set; }

    public string? TakenByRole { get; private set; }

    public DateTime? TakenAt { get; private set; }

    /// <summary>When the reporter was first reached: a call, or a message in the thread of someone without a phone.</summary>
    public DateTime? ContactedAt { get; private set; }

    public IReadOnlyList<Call> Calls => calls;

    /// <summary>Who may take it: every rung that has joined.</summary>
    public IReadOnlyList<string> Pool => [.. Ladder.Take(Rungs)];

    /// <summary>Who makes the call: the taker or the pool; where identity is kept, the desk.</summary>
    public IReadOnlyList<string> Callers => Desk is { } desk ? [desk] : Pool;

    private IEnumerable<string> FirstCallKeys => Running(ClockKind.FirstCall) is null || WithdrawnAt is not null ? [] : (TakenByPost, Desk) switch
    {
        (null, null) => Pool,
        (null, { } desk) => [desk, .. Pool],
        ({ } post, null) => [TurnKey.Of(post), .. Pool.Skip(1)],
        (_, { } desk) => [desk, .. Pool.Skip(1)],
    };

    /// <summary>Becomes the first responsible.</summary>
    public Problem? TakeFirstContact(Appeal appeal, Hand hand, Rules rules)
    {
        var chosen = rules.Workflow.Choose(Step.Take, appeal.Stage, hand, appeal.StandingWith(this));
        if (chosen.Problem is { } no)
        {
            return no;
        }

        if (TakenAt is { } at)
        {
            return TakenByPerson == hand.Person ? null : new TakenAlready(TakenByRole!, at);
        }

        var by = chosen.Value;
        Take(Step.Take.Name(), by, [], [new FirstContactTaken(by.Actor.Post!.Value, by.Actor.Person!.Value, by.Actor.Role!)]);
        return null;
    }

    /// <summary>Writes down a call. A reached one meets the first-call clock; the others leave it running.</summary>
    public Problem? RecordCall(Appeal appeal, CallOutcome outcome, Written? said, Hand hand, Rules rules)
    {
        var chosen = rules.Workflow.Choose(Step.RecordCall, appeal.Stage, hand, appeal.StandingWith(this));
        if (chosen.Problem is { } no)
        {
            return no is StepNotYours && Desk is not null ? new IdentityKeptFromHandlers() : no;
        }

        var by = chosen.Value;
        if (Desk is { } desk && by.Actor.Unit is { } unit && TurnKey.Of(unit) != desk)
        {
            return new IdentityKeptFromHandlers();
        }

        var call = new CallRecorded(calls.Count + 1, outcome, said?.Id);
        Take(Step.RecordCall.Name(), by, said is null ? [] : [said], [.. Desk is null ? First(by) : [], call, .. Called(call, by, rules)]);
        return null;
    }

    /// <summary>Writes to the reporter. Where there is no phone this is the first contact.</summary>
    public Problem? Message(Appeal appeal, Written words, Hand hand, Rules rules)
    {
        var chosen = rules.Workflow.Choose(Step.Message, appeal.Stage, hand, appeal.StandingWith(this));
        if (chosen.Problem is { } no)
        {
            return no;
        }

        var by = chosen.Value;
        var first = HasPhone ? null : Running(ClockKind.FirstCall);
        Take(Step.Message.Name(), by, [words], [.. first is null ? [] : First(by), new ReporterMessaged(words.Id), .. first?.Meet(by.At) ?? []]);
        return null;
    }

    /// <summary>The one answer that all reporters of a mass event are given. Where there is no phone this is the first contact.</summary>
    public void TellOfEvent(Written words, By by) =>
        Take("event-answer", by, [words], [new ReporterMessaged(words.Id), .. HasPhone ? [] : Running(ClockKind.FirstCall)?.Meet(by.At) ?? []]);

    /// <summary>Whether the reporter was reached, or tried as often as the profile asks: so many attempts on so many days, not always at the same hour. What was seen on a round has no reporter.</summary>
    public bool ContactProven(FirstContactRules rules) => SeenOnRound || ContactedAt is not null || Tried(rules, [.. calls.Select(c => c.At)]);

    /// <summary>What is still missing before it may be closed or sent up; null when contact is proven.</summary>
    public ReporterNotContacted? NotContacted(FirstContactRules rules) => ContactProven(rules) ? null : new(calls.Count, rules.Attempts, rules.AttemptDays);

    // Whoever makes contact without having taken it is the first responsible all the same.
    private IReadOnlyList<DomainEvent> First(By by) =>
        TakenAt is null ? [new FirstContactTaken(by.Actor.Post!.Value, by.Actor.Person!.Value, by.Actor.Role!)] : [];

    // A reached call meets the clock; when the profile's attempts are used up nothing more is waited for.
    private IReadOnlyList<DomainEvent> Called(CallRecorded call, By by, Rules rules) => Running(ClockKind.FirstCall) switch
    {
        { } clock when call.Outcome == CallOutcome.Reached => clock.Meet(by.At),
        { } clock when Tried(rules.Profile.FirstContact, [.. calls.Select(c => c.At), by.At]) => clock.End(by.At),
        _ => [],
    };

    private static bool Tried(FirstContactRules rules, IReadOnlyList<DateTime> calls) =>
        calls.Count >= rules.Attempts && calls.Select(LocalTime.DayOf).Distinct().Count() >= rules.AttemptDays && calls.Select(c => LocalTime.Of(c).Hour).Distinct().Count() > 1;

    /// <summary>The centre saw the appeal differently: the first call is ruled anew too.</summary>
    internal void Reclassified(Classified seen, Hand hand, By by, Rules rules)
    {
        if (Running(ClockKind.FirstCall) is { } clock && rules.Again(clock, FirstTier, seen, by.At) is { } ruled
            // Nor does whoever is to call gain time by it.
            && !(ruled.DueAt > clock.DueAt && hand.Posts.Any(p => Workflow.KeysOf(p).Any(Callers.Contains))))
        {
            Take(Step.Reclassify.Name(), by, [], [ruled]);
        }
    }

    /// <summary>How calendar and rules as they stand now would move the first call (D-06); null when they would not.</summary>
    public (Clock Clock, ClockRuled Ruled)? Moved(Appeal appeal, Rules rules, DateTime now) =>
        rules.Profile.HasFirstCall && Running(ClockKind.FirstCall) is { } clock
        && clock.Rerule(rules.For(clock, FirstTier, appeal.As), rules.Timetable, now) is var ruled && ruled.DueAt != clock.DueAt ? (clock, ruled) : null;

    /// <summary>Moves it, because somebody asked for it.</summary>
    public void Recompute(Appeal appeal, Rules rules, By by)
    {
        if (Moved(appeal, rules, by.At) is { } moved)
        {
            Take(Appeals.Appeal.RecomputeStep, by, [], [moved.Ruled]);
        }
    }

    /// <summary>The appeal ended: nobody needs to call any more.</summary>
    internal void EndContact(Step step, By by) => EndContact(step.Name(), by);

    internal void EndContact(string step, By by)
    {
        if (Running(ClockKind.FirstCall) is { } clock)
        {
            Take(step, by, [], clock.End(by.At));
        }
    }

    /// <summary>Somebody is to call after all: from now on.</summary>
    internal void AwaitContact(Appeal appeal, Step step, Rules rules, By by)
    {
        if (rules.Profile.HasFirstCall && appeal.Stage is Stage.Screening or Stage.Dispatching or Stage.Handling && WithdrawnAt is null && Running(ClockKind.FirstCall) is null && !ContactProven(rules.Profile.FirstContact))
        {
            Take(step.Name(), by, [], [new ContactAwaited(), rules.Start(NextClock, ClockKind.FirstCall, 1, 1, appeal.Category, appeal.Grade, appeal.Urgency, null, by.At)]);
        }
    }

    /// <summary>It is worked on in another appeal: in one of a mass event nobody is waited for to call, where it leaves that for one of its own somebody is.</summary>
    internal void FollowCalls(Appeal from, Appeal to, Step step, Rules rules, By by)
    {
        if (to.Event is not null)
        {
            EndContact(step, by);
        }
        else if (from.Event is not null)
        {
            AwaitContact(to, step, rules, by);
        }
    }

    // Nobody called in time: the next tier joins the pool.
    protected override IEnumerable<DomainEvent> Missed(Clock clock, By by) =>
        clock.Kind == ClockKind.FirstCall && Rungs < Ladder.Count ? [new PoolWidened(Rungs + 1)] : [];
}
