using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>A unit's list of one week (周对账): what it has open, late, sent back, as it stood then. The unit confirms it, or objects line by line; the centre rules on that. The lines stay as they were; one on which the unit was right does not count any more.</summary>
public sealed class Reconciliation : Aggregate
{
    /// <summary>No list is longer; what is late comes first.</summary>
    public const int LinesAtMost = 200;

    private readonly List<ReconciledLine> lines = [];

    private Reconciliation()
    {
    }

    public Guid Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Reconciliation, Id);

    /// <summary>The instant for which it was planned.</summary>
    public DateTime Slot { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>Where the unit sits, as of then.</summary>
    public string Path { get; private set; } = "";

    /// <summary>How many it had to do, without those whose time stood still; more than the lines where there were very many.</summary>
    public int Open { get; private set; }

    public int Late { get; private set; }

    public int Returned { get; private set; }

    public int Suspended { get; private set; }

    /// <summary>On how many it works beside the lead; they count for the lead.</summary>
    public int Beside { get; private set; }

    public DateTime DueAt { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public PersonId? ConfirmedBy { get; private set; }

    /// <summary>On how many lines the unit sees it otherwise.</summary>
    public int Objections { get; private set; }

    /// <summary>On how many of these the centre has ruled.</summary>
    public int Ruled { get; private set; }

    public IReadOnlyList<ReconciledLine> Lines => lines;

    /// <summary>Writes a unit's list down, and lets its limit begin.</summary>
    public static Reconciliation List(Guid id, UnitListed listed, ClockRule rule, Timetable timetable, By by)
    {
        var made = new Reconciliation { Id = id };
        made.Take("list", by, [], [listed, Clock.Start(1, ClockKind.Reconciliation, 1, rule, listed.Unit, null, by.At, timetable)]);
        return made;
    }

    /// <summary>The unit confirms its list, once; on the lines that it names it says what is otherwise.</summary>
    public Problem? Confirm(IReadOnlyList<(int No, Written Words)> objections, By by)
    {
        if (ConfirmedAt is { } at)
        {
            return new ReconciledAlready(at);
        }

        if (objections.Any(o => !lines.Exists(l => l.No == o.No)))
        {
            return new NoSuchLine();
        }

        Take("confirm-list", by, [.. objections.Select(o => o.Words)],
            [new ListConfirmed([.. objections.Select(o => new LineObjected(o.No, o.Words.Id))]), .. Running(ClockKind.Reconciliation)?.Meet(by.At) ?? []]);
        return null;
    }

    /// <summary>The centre rules on objections, each once.</summary>
    public Problem? Rule(IReadOnlyList<(int No, bool Upheld, Written Words)> rulings, By by)
    {
        if (rulings.Any(r => !lines.Exists(l => l.No == r.No && l.Objection is not null)))
        {
            return new NothingObjected();
        }

        if (lines.Find(l => l.RuledAt is not null && rulings.Any(r => r.No == l.No)) is { RuledAt: { } at } ruled)
        {
            return new LineRuledAlready(ruled.No, at);
        }

        Take("rule-objections", by, [.. rulings.Select(r => r.Words)], [new ObjectionsRuled([.. rulings.Select(r => new LineRuled(r.No, r.Upheld, r.Words.Id))])]);
        return null;
    }

    private void Count(ReconciledLine line, int by)
    {
        if (line.Beside)
        {
            Beside += by;
            return;
        }

        (Open, Suspended) = line.Suspended ? (Open, Suspended + by) : (Open + by, Suspended);
        (Late, Returned) = (Late + (line.Late ? by : 0), Returned + (line.Returned ? by : 0));
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case UnitListed f:
                (Slot, Unit, Path, Open, Late, Returned, Suspended, Beside) = (f.Slot, f.Unit, f.Path, f.Open, f.Late, f.Returned, f.Suspended, f.Beside);
                lines.AddRange(f.Lines.Select((l, i) => new ReconciledLine(i + 1, l)));
                break;
            case ListConfirmed f:
                (ConfirmedAt, ConfirmedBy, Objections) = (by.At, by.Actor.Person, f.Objections.Count);
                foreach (var objected in f.Objections)
                {
                    lines.Single(l => l.No == objected.No).Object(objected.Words);
                }

                break;
            case ObjectionsRuled f:
                foreach (var ruled in f.Lines)
                {
                    var line = lines.Single(l => l.No == ruled.No);
                    line.Rule(ruled, by.At);
                    Ruled++;
                    if (ruled.Upheld)
                    {
                        Count(line, -1);
                    }
                }

                break;
            default:
                throw new InvalidOperationException($"A reconciliation does not know {fact.GetType().Name}.");
        }
    }

    protected override void Changed() => DueAt = Clocks is [{ DueAt: var due }, ..] ? due : DueAt;
}
