using Minqing.Domain.Kernel;

namespace Minqing.Domain.Regions;

/// <summary>区划调整: a village merged into another, a grid split, another name; planned for a day, carried out on it, and kept with who decided it and what it touched (O-09).</summary>
public sealed class Reorganisation : Aggregate
{
    private Reorganisation()
    {
    }

    public ReorganisationId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Reorganisation, Id.Value);

    public ReorganisationKind Kind { get; private set; }

    public ReorganisationState State { get; private set; }

    /// <summary>The first day on which it is so.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The region that is merged, split or renamed; for a unit, where it sits.</summary>
    public RegionId Region { get; private set; }

    /// <summary>The region that takes its place.</summary>
    public RegionId? Successor { get; private set; }

    /// <summary>The unit that is renamed.</summary>
    public UnitId? Unit { get; private set; }

    /// <summary>What it was called before.</summary>
    public string OldName { get; private set; } = "";

    /// <summary>What it, or what takes its place, is called after.</summary>
    public string NewName { get; private set; } = "";

    /// <summary>By whose decision and why (a text).</summary>
    public Guid Words { get; private set; }

    /// <summary>The grids that are taken out of a split one.</summary>
    public IReadOnlyList<GridPart> Parts { get; private set; } = [];

    /// <summary>The posts whose holders go on in the region that takes the place.</summary>
    public IReadOnlyList<Guid> Moving { get; private set; } = [];

    public DateTime PlannedAt { get; private set; }

    public PersonId? PlannedBy { get; private set; }

    public DateTime? DoneAt { get; private set; }

    /// <summary>How many open appeals went along.</summary>
    public int Appeals { get; private set; }

    public int Codes { get; private set; }

    public int Posts { get; private set; }

    public int Units { get; private set; }

    public static Reorganisation Plan(ReorganisationId id, ReorganisationPlanned planned, Written words, By by)
    {
        var made = new Reorganisation { Id = id };
        made.Take("plan-reorganisation", by, [words], [planned]);
        return made;
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Reorganisation Empty(ReorganisationId id) => new() { Id = id };

    /// <summary>It was carried out.</summary>
    public Problem? Done(ReorganisationDone done, By by) => Taking("reorganise", done, by);

    /// <summary>It is not to be, after all; only before it was carried out.</summary>
    public Problem? CallOff(By by) => Taking("call-off-reorganisation", new ReorganisationCalledOff(), by);

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case ReorganisationPlanned f:
                (Kind, Day, Region, Successor, Unit, OldName, NewName) = (f.Kind, f.Day, f.Region, f.Successor, f.Unit, f.OldName, f.NewName);
                (Words, Parts, Moving, PlannedAt, PlannedBy) = (f.Words, f.Parts, f.Moving, by.At, by.Actor.Person);
                break;
            case ReorganisationDone f:
                (State, DoneAt, Appeals, Codes, Posts, Units) = (ReorganisationState.Done, by.At, f.Appeals, f.Codes, f.Posts, f.Units);
                break;
            case ReorganisationCalledOff:
                State = ReorganisationState.CalledOff;
                break;
            default:
                throw new InvalidOperationException($"A reorganisation knows no {fact.GetType().Name}.");
        }
    }

    private ReorganisationPast? Taking(string step, DomainEvent fact, By by)
    {
        if (State != ReorganisationState.Planned)
        {
            return new(State);
        }

        Take(step, by, [], [fact]);
        return null;
    }
}

/// <summary>What is changed.</summary>
public enum ReorganisationKind
{
    RegionMerged,
    GridSplit,
    RegionRenamed,
    UnitRenamed,
}

/// <summary>How far it is.</summary>
public enum ReorganisationState
{
    Planned,
    Done,
    CalledOff,
}

/// <summary>A grid that is taken out of another: its name, its code, and the posted codes that go there.</summary>
public sealed record GridPart(string Name, string Code, IReadOnlyList<Guid> SiteCodes);
