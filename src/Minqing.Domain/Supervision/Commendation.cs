using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>评优推荐: a unit put forward for the commendation of a year; taken back by name, and put forward again where that was wrong (S-08).</summary>
public sealed class Commendation : Aggregate
{
    private Commendation()
    {
    }

    public CommendationId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Commendation, Id.Value);

    public UnitId Unit { get; private set; }

    public int Year { get; private set; }

    public RegionId Region { get; private set; }

    public string Path { get; private set; } = "";

    /// <summary>Why it deserves it (a text).</summary>
    public Guid Words { get; private set; }

    public DateTime NominatedAt { get; private set; }

    public PersonId? NominatedBy { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public static Commendation Nominate(CommendationId id, UnitNominated nominated, Written words, By by)
    {
        var made = new Commendation { Id = id };
        made.Take("nominate-unit", by, [words], [nominated]);
        return made;
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Commendation Empty(CommendationId id) => new() { Id = id };

    /// <summary>It was taken back, and is put forward again.</summary>
    public Problem? NominateAgain(UnitNominated nominated, Written words, By by)
    {
        if (TakenBackAt is null)
        {
            return new NominatedAlready(Year);
        }

        Take("nominate-unit", by, [words], [nominated]);
        return null;
    }

    public Problem? TakeBack(Written reason, By by)
    {
        if (TakenBackAt is not null)
        {
            return new NominationTakenBack();
        }

        Take("take-back-nomination", by, [reason], [new NominationWithdrawn(reason.Id)]);
        return null;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case UnitNominated f:
                (Unit, Year, Region, Path, Words, NominatedAt, NominatedBy, TakenBackAt) = (f.Unit, f.Year, f.Region, f.Path, f.Words, by.At, by.Actor.Person, null);
                break;
            case NominationWithdrawn:
                TakenBackAt = by.At;
                break;
            default:
                throw new InvalidOperationException($"A commendation knows no {fact.GetType().Name}.");
        }
    }
}

/// <summary>A unit was put forward.</summary>
public sealed record UnitNominated(UnitId Unit, int Year, RegionId Region, string Path, Guid Words) : DomainEvent;

/// <summary>It was taken back.</summary>
public sealed record NominationWithdrawn(Guid Reason) : DomainEvent;

/// <summary>The profile names others for it.</summary>
public sealed record NominationNotYours : NotAllowed;

/// <summary>A veto bars the unit from the awards of the year: which, by its number, and what the mishandling led to.</summary>
public sealed record UnitBarred(int Year, int No, VetoGround Ground) : NotValid("unit");

/// <summary>The unit was put forward for that year already.</summary>
public sealed record NominatedAlready(int Year) : NotValid("unit");

/// <summary>It was taken back already.</summary>
public sealed record NominationTakenBack : NotPossible;

/// <summary>There is no such nomination that the viewer may know of.</summary>
public sealed record NoSuchNomination : NotFound;

/// <summary>Commended is for this year or the last.</summary>
public sealed record CommendationYearNotUsable() : NotValid("year");
