using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>宣传培训: a drive, a training, or an anonymised case sent to units; written down as it was, taken back by name and never changed (S-09).</summary>
public sealed class Publicity : Aggregate
{
    private Publicity()
    {
    }

    public PublicityId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Publicity, Id.Value);

    public PublicityKind Kind { get; private set; }

    public RegionId Region { get; private set; }

    public string Path { get; private set; } = "";

    public DateOnly Day { get; private set; }

    /// <summary>The year that it counts in.</summary>
    public int Year { get; private set; }

    /// <summary>The topic (a text).</summary>
    public Guid Title { get; private set; }

    /// <summary>What was done or said; of a case, its anonymised words (a text).</summary>
    public Guid Words { get; private set; }

    /// <summary>How many were there, or were reached.</summary>
    public int People { get; private set; }

    /// <summary>How many codes were posted.</summary>
    public int Codes { get; private set; }

    /// <summary>How many messages were sent.</summary>
    public int Messages { get; private set; }

    /// <summary>The units that a case was sent to, or that were trained.</summary>
    public IReadOnlyList<Guid> Units { get; private set; } = [];

    /// <summary>The villages that a drive reached.</summary>
    public IReadOnlyList<Guid> Villages { get; private set; } = [];

    /// <summary>The appeal that a case tells of.</summary>
    public AppealId? Appeal { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public PersonId? RecordedBy { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    public static Publicity Record(PublicityId id, PublicityRecorded recorded, IReadOnlyList<Written> texts, By by)
    {
        var made = new Publicity { Id = id };
        made.Take("record-publicity", by, texts, [recorded]);
        return made;
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Publicity Empty(PublicityId id) => new() { Id = id };

    /// <summary>It was wrong: it counts no longer, and no unit reads it.</summary>
    public Problem? TakeBack(Written reason, By by)
    {
        if (TakenBackAt is not null)
        {
            return new PublicityTakenBack();
        }

        Take("take-back-publicity", by, [reason], [new PublicityWithdrawn(reason.Id)]);
        return null;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case PublicityRecorded f:
                (Kind, Region, Path, Day, Year, Title, Words) = (f.Kind, f.Region, f.Path, f.Day, f.Day.Year, f.Title, f.Words);
                (People, Codes, Messages, Units, Villages, Appeal, RecordedAt, RecordedBy) = (f.People, f.Codes, f.Messages, f.Units, f.Villages ?? [], f.Appeal, by.At, by.Actor.Person);
                break;
            case PublicityWithdrawn:
                TakenBackAt = by.At;
                break;
            default:
                throw new InvalidOperationException($"A record of publicity knows no {fact.GetType().Name}.");
        }
    }
}

/// <summary>What it was.</summary>
public enum PublicityKind
{
    /// <summary>Codes posted, messages sent, people told.</summary>
    Drive,

    /// <summary>Who was trained, when, in what.</summary>
    Training,

    /// <summary>An anonymised case sent to units.</summary>
    TypicalCase,
}

/// <summary>It was written down.</summary>
public sealed record PublicityRecorded(
    PublicityKind Kind, RegionId Region, string Path, DateOnly Day, Guid Title, Guid Words, int People, int Codes, int Messages, IReadOnlyList<Guid> Units, AppealId? Appeal, IReadOnlyList<Guid>? Villages = null) : DomainEvent;

/// <summary>It was wrong.</summary>
public sealed record PublicityWithdrawn(Guid Reason) : DomainEvent;

/// <summary>It was taken back already.</summary>
public sealed record PublicityTakenBack : NotPossible;

/// <summary>There is no such record that the viewer may know of.</summary>
public sealed record NoSuchPublicity : NotFound;

/// <summary>A case is told only once it is closed, and never one that is kept to few.</summary>
public sealed record CaseNotUsable : NotPossible;

/// <summary>The day is today or earlier.</summary>
public sealed record PublicityDayNotUsable() : NotValid("day");

/// <summary>A count is none, or a number below a million.</summary>
public sealed record CountNotUsable(string Name) : NotValid(Name);
