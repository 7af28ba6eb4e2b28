using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// More time, and time standing still (D-04, D-05).
public sealed partial class Appeal
{
    private readonly List<ExtensionRequest> extensions = [];

    public IReadOnlyList<ExtensionRequest> Extensions => extensions;

    /// <summary>Whether its time stands still, that of the lead or of a unit beside it.</summary>
    public bool Suspended => Clocks.Any(c => c is { Runs: true, StoppedAt: not null });

    /// <summary>The request for more time that waits for its decision; null when none does.</summary>
    public ExtensionRequest? AskedExtension => extensions.Find(e => e.Granted is null);

    /// <summary>Whether the city lets an appeal of its size have more time, as often as it does.</summary>
    public bool MayBeExtended(Rules rules) =>
        rules.Profile.Extension is var may && may.DaysFor(Grade) > 0 && may.Times > extensions.Count(e => e.Granted == true && !IsLawful(e));

    /// <summary>The lead asks for more time, before the limit. Asking changes nothing.</summary>
    /// <param name="lawful">For the limit of the law, in days, and not for the city's own.</param>
    public Problem? AskExtension(int days, Written reason, UnitId granter, Hand hand, Rules rules, bool lawful = false)
    {
        var chosen = Choose(Step.AskExtension, hand, rules);
        var (may, clock) = lawful ? Lengthened(rules) : (rules.Profile.Extension, Running(ClockKind.Handle));
        var problem = chosen.Problem
            ?? (clock is null || may.Times == 0 ? new StepNotPossible(Step.AskExtension, Stage) : null)
            ?? (AskedExtension is not null ? new ExtensionAskedAlready() : null)
            ?? (extensions.Count(e => e.Granted == true && IsLawful(e) == lawful) >= may.Times || (lawful && clock is not null && Extended(clock)) ? new ExtendedAlready(may.Times) : null)
            ?? (may.DaysFor(Grade) == 0 ? new ExtensionNotForGrade(Grade) : null)
            ?? (days < 1 || days > may.DaysFor(Grade) ? new ExtensionTooLong(may.DaysFor(Grade)) : null)
            ?? (Problem?)(clock!.Late(hand.At) ? new LimitPassedAlready(clock.DueAt) : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.AskExtension.Name(), chosen.Value, [reason],
        [
            new ExtensionAsked(extensions.Count + 1, clock!.No, days, reason.Id, chosen.Value.Actor.Unit!.Value, granter, lawful),
            rules.Start(NextClock, ClockKind.ExtensionDecision, Round, may.DecidedAt, Category, Grade, Urgency, granter, hand.At),
        ]);
        return null;
    }

    /// <summary>The level above grants it: the due date moves, and a miss that fell while it waited is cleared.</summary>
    public Problem? GrantExtension(Written? words, Hand hand, Rules rules)
    {
        if (Deciding(Step.GrantExtension, hand, rules, out var by) is { } no)
        {
            return no;
        }

        var asked = AskedExtension!;
        var clock = Clocks.Single(c => c.No == asked.Clock);
        Take(Step.GrantExtension.Name(), by, [.. Texts(words)],
        [
            .. Decided(asked, granted: true, words?.Id, hand.At),
            .. clock.Runs ? (DomainEvent[])[clock.Extend(More(asked), rules.Timetable, hand.At)] : [],
        ]);
        return null;
    }

    /// <summary>The level above refuses it: nothing moves.</summary>
    public Problem? RefuseExtension(Written words, Hand hand, Rules rules)
    {
        if (Deciding(Step.RefuseExtension, hand, rules, out var by) is { } no)
        {
            return no;
        }

        Take(Step.RefuseExtension.Name(), by, [words], [.. Decided(AskedExtension!, granted: false, words.Id, hand.At)]);
        return null;
    }

    /// <summary>Its time stands still for a listed reason, until a day at the latest; then it runs by itself.</summary>
    public Problem? Suspend(SuspendReason reason, DateOnly until, Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Suspend, hand, rules);
        var rule = rules.Profile.Suspensions.FirstOrDefault(s => s.Reason == reason);
        var today = LocalTime.DayOf(hand.At);
        var problem = chosen.Problem
            ?? (rule is null ? new StepNotPossible(Step.Suspend, Stage) : null)
            ?? (Suspended ? new SuspendedAlready() : null)
            ?? (Problem?)(until <= today || until > today.AddDays(rule!.DaysAtMost) ? new SuspensionTooLong(rule!.DaysAtMost) : null);
        if (problem is not null)
        {
            return problem;
        }

        var end = LocalTime.ToUtc(until, TimeSpan.Zero);
        Take(Step.Suspend.Name(), chosen.Value, [words], [new AppealSuspended(reason, end, words.Id), .. Stoppable.Select(c => new ClockStopped(c.No, reason.Name(), end))]);
        return null;
    }

    /// <summary>The reason has gone before its day: time goes on.</summary>
    public Problem? Resume(Written? words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Resume, hand, rules);
        if ((chosen.Problem ?? (Suspended ? null : new NotSuspended())) is { } no)
        {
            return no;
        }

        Take(Step.Resume.Name(), chosen.Value, [.. Texts(words)],
            [.. GoesOn(Clocks, words?.Id, rules, hand.At)]);
        return null;
    }

    // What waits for the world outside stands still with it; decisions of our own do not.
    private IEnumerable<Clock> Stoppable => Clocks.Where(c => c is { Runs: true, StoppedAt: null } && StandsStill(c.Kind));

    private static bool StandsStill(ClockKind kind) => kind is ClockKind.Handle or ClockKind.Sign or ClockKind.CoUnit or ClockKind.CoSign;

    // Whoever comes beside the lead while time stands still waits for the same day.
    private IEnumerable<ClockStopped> StandingStill(IEnumerable<DomainEvent> facts) =>
        Clocks.FirstOrDefault(c => c is { Runs: true, StoppedAt: not null }) is { WakeAt: { } until } still
            ? facts.OfType<ClockStarted>().Where(c => StandsStill(c.Kind)).Select(c => new ClockStopped(c.No, still.Changes.Last(x => x.Kind == ClockChangeKind.Stopped).Reason ?? "", until))
            : [];

    // What stands still of these runs again.
    private IEnumerable<DomainEvent> GoesOn(IEnumerable<Clock> clocks, Guid? words, Rules rules, DateTime at) =>
        Suspended ? [new SuspensionEnded(words), .. clocks.Where(c => c is { Runs: true, StoppedAt: not null }).Select(c => c.Resume(rules.Timetable, at))] : [];

    // What was granted to a clock it keeps, whatever rule it comes under.
    private IReadOnlyList<Limit> Granted(Clock clock) => [.. extensions.Where(e => e.Granted == true && e.Clock == clock.No).Select(More)];

    private IEnumerable<DomainEvent> Decided(ExtensionRequest asked, bool granted, Guid? words, DateTime at) =>
        [new ExtensionDecided(asked.No, granted, words, asked.Unit, IsLawful(asked)), .. Meet(ClockKind.ExtensionDecision, at)];

    private Problem? Deciding(Step step, Hand hand, Rules rules, out By by)
    {
        var chosen = Choose(step, hand, rules);
        by = chosen.Ok ? chosen.Value : new(Actor.Platform, hand.At);
        return chosen.Problem
            ?? (AskedExtension is null ? new NothingAsked() : null)
            ?? (Problem?)(AskedExtension!.AskedBy == hand.Person ? new OwnRequest() : null);
    }
}
