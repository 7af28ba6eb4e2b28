namespace Minqing.Domain.Kernel;

/// <summary>A thing with a journal. It changes only by facts, so that its state can always be rebuilt from them.</summary>
public abstract class Aggregate
{
    private readonly List<StepTaken> taken = [];
    private readonly List<Clock> clocks = [];

    /// <summary>Raised by storage with every save; the guard against two people acting at once.</summary>
    public long Version { get; private set; }

    /// <summary>How many journal entries there are of it.</summary>
    public int JournalLength { get; private set; }

    /// <summary>The hash of its newest journal entry; empty before the first.</summary>
    public byte[] JournalHead { get; private set; } = [];

    /// <summary>Its clocks, once loaded.</summary>
    public IReadOnlyList<Clock> Clocks => clocks;

    /// <summary>Steps taken since it was loaded and not yet saved.</summary>
    public IReadOnlyList<StepTaken> Taken => taken;

    public abstract Subject Subject { get; }

    /// <summary>Gives back what a list of facts made of it. The journal's proof, and the test of every step.</summary>
    public void Rebuild(IEnumerable<StepTaken> journal)
    {
        foreach (var step in journal)
        {
            foreach (var fact in step.Facts)
            {
                ApplyAny(fact, step.By);
            }
        }

        Changed();
    }

    /// <summary>Storage hands over the clocks that it loaded for this subject.</summary>
    public void Attach(IEnumerable<Clock> loaded)
    {
        clocks.Clear();
        clocks.AddRange(loaded.OrderBy(c => c.No));
    }

    /// <summary>Storage has written the steps: the chain is longer, the version higher.</summary>
    public void Saved(int length, byte[] head)
    {
        (JournalLength, JournalHead) = (length, head);
        Version++;
        taken.Clear();
    }

    /// <summary>A clock of this subject has come to its next waking: warn, be missed, or run again. One that another node has woken meanwhile, or that was moved, stays as it is.</summary>
    public void Wake(Clock clock, Timetable timetable, By by)
    {
        if (clock.WakeAt is not { } wake || wake > by.At)
        {
            return;
        }

        var fact = clock.Due(timetable, by.At);
        var step = fact is ClockMissed ? "clock-missed" : fact is ClockResumed ? "clock-resumed" : "clock-warned";
        Take(step, by, [], [fact, .. fact is ClockMissed ? Missed(clock, by) : []]);
    }

    /// <summary>What else a missed clock changes here.</summary>
    protected virtual IEnumerable<DomainEvent> Missed(Clock clock, By by) => [];

    protected Clock? Running(ClockKind kind) => clocks.LastOrDefault(c => c.Kind == kind && c.Runs);

    protected int NextClock => clocks.Count + 1;

    protected void Take(string step, By by, IReadOnlyList<Written> texts, IReadOnlyList<DomainEvent> facts)
    {
        foreach (var fact in facts)
        {
            ApplyAny(fact, by);
        }

        taken.Add(new(step, by, facts, texts));
        Changed();
    }

    /// <summary>Called after the facts of a step: what is only derived from the state is brought up to date here.</summary>
    protected virtual void Changed()
    {
    }

    /// <summary>Changes the state by one fact. No rule is checked here: the fact is true.</summary>
    protected abstract void Apply(DomainEvent fact, By by);

    private void ApplyAny(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case ClockStarted started:
                clocks.Add(Clock.From(Subject, started));
                break;
            case ClockFact clockFact:
                clocks.Single(c => c.No == clockFact.No).Apply(clockFact, by);
                break;
            default:
                Apply(fact, by);
                break;
        }
    }
}
