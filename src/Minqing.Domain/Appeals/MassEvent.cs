using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Appeals;

/// <summary>Something that many report at once, as a storm or an outage: counted apart, with one answer for all (H-29).</summary>
public sealed class MassEvent : Aggregate
{
    /// <summary>What the step is called that closes it with all that is open of it.</summary>
    public const string CloseStep = "close-event";

    private MassEvent()
    {
    }

    public MassEventId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.MassEvent, Id.Value);

    /// <summary>What it is called; no personal data.</summary>
    public string Name { get; private set; } = "";

    public RegionId Region { get; private set; }

    /// <summary>The path of its area when it was opened.</summary>
    public string Path { get; private set; } = "";

    /// <summary>A category, or what several are listed under.</summary>
    public string Category { get; private set; } = "";

    /// <summary>What was received from then on may belong to it.</summary>
    public DateTime Since { get; private set; }

    /// <summary>Whose it is.</summary>
    public UnitId Unit { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>What all its reporters are told (a text); null until then.</summary>
    public Guid? Answer { get; private set; }

    /// <summary>How often it was answered.</summary>
    public int Answers { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public static Result<MassEvent> Open(MassEventId id, EventOpened opened, By by)
    {
        if (opened.Since > by.At)
        {
            return new EventNotYet();
        }

        var made = new MassEvent { Id = id };
        made.Take("open-event", by, [], [opened]);
        return made;
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static MassEvent Empty(MassEventId id) => new() { Id = id };

    /// <summary>Whether something at this place may belong to it.</summary>
    public bool Has(string path) => new RegionPath(Path).Contains(path);

    /// <summary>Why an appeal cannot belong to it: another place, another kind of matter, an earlier time; null where it can.</summary>
    public Problem? Excludes(Appeal appeal, Profile profile) =>
        !Has(appeal.Path) ? new NoSuchEvent()
        : !profile.Among(Category).Contains(appeal.Category) ? new NotOfEventsKind()
        : appeal.ReceivedAt < Since ? new NotOfEventsTime(appeal.ReceivedAt, Since)
        : null;

    /// <summary>One answer for all who reported it, also for those who join later.</summary>
    public Problem? AnswerAll(Written words, By by)
    {
        if (EndedAt is { } ended)
        {
            return new EventOver(ended);
        }

        Take("answer-event", by, [words], [new EventAnswered(Answers + 1, words.Id)]);
        return null;
    }

    /// <summary>What its open appeals are closed as, since it was closed with one answer for all; null where it was not.</summary>
    public Outcome? Closes { get; private set; }

    /// <summary>It is over, and all that is open of it closes with this answer.</summary>
    public Problem? Close(Written words, Outcome outcome, By by)
    {
        if (EndedAt is { } ended)
        {
            return new EventOver(ended);
        }

        if (outcome is not (Outcome.Solved or Outcome.Explained))
        {
            return new EventOutcomeNotUsable();
        }

        Take(CloseStep, by, [words], [new EventClosed(Answers + 1, words.Id, outcome)]);
        return null;
    }

    /// <summary>All who reported it and wait to be asked by this desk are asked by link.</summary>
    public Problem? Ask(UnitId desk, By by)
    {
        if (EndedAt is null)
        {
            return new EventGoesOn();
        }

        Take("ask-event", by, [], [new EventAsked(desk)]);
        return null;
    }

    /// <summary>It is over: nothing joins it any more.</summary>
    public Problem? End(By by)
    {
        if (EndedAt is { } ended)
        {
            return new EventOver(ended);
        }

        Take("end-event", by, [], [new EventEnded()]);
        return null;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case EventOpened f:
                (Name, Region, Path, Category, Since, Unit, OpenedAt) = (f.Name, f.Region, f.Path, f.Category, f.Since, f.Unit, by.At);
                break;
            case EventAnswered f:
                (Answers, Answer, AnsweredAt) = (f.No, f.Words, by.At);
                break;
            case EventClosed f:
                (Answers, Answer, AnsweredAt, EndedAt, Closes) = (f.No, f.Words, by.At, by.At, f.Outcome);
                break;
            case EventEnded:
                EndedAt = by.At;
                break;
            case EventAsked:
                break;
            default:
                throw new InvalidOperationException($"A mass event does not know {fact.GetType().Name}.");
        }
    }
}

/// <summary>A mass event was opened, for an area, a kind of matter and a time.</summary>
public sealed record EventOpened(string Name, RegionId Region, string Path, string Category, DateTime Since, UnitId Unit) : DomainEvent;

/// <summary>All who reported it are told this.</summary>
public sealed record EventAnswered(int No, Guid Words) : DomainEvent;

/// <summary>It is over: what is open of it closes with this answer.</summary>
public sealed record EventClosed(int No, Guid Words, Outcome Outcome) : DomainEvent;

/// <summary>Many are closed at once only as solved or as explained.</summary>
public sealed record EventOutcomeNotUsable() : NotValid("outcome");

/// <summary>It is over.</summary>
public sealed record EventEnded : DomainEvent;

/// <summary>A desk has all its reporters asked by link how it was.</summary>
public sealed record EventAsked(UnitId Desk) : DomainEvent;

/// <summary>While it goes on nobody is asked yet.</summary>
public sealed record EventGoesOn : NotPossible;

/// <summary>Nobody of it waits to be asked by this desk.</summary>
public sealed record NobodyToAsk : NotPossible;

/// <summary>There is no such event at this place.</summary>
public sealed record NoSuchEvent : NotFound;

/// <summary>It is about another kind of matter than the event.</summary>
public sealed record NotOfEventsKind : NotPossible;

/// <summary>It was received before the event began.</summary>
public sealed record NotOfEventsTime(DateTime ReceivedAt, DateTime Since) : NotPossible;

/// <summary>The event is over.</summary>
public sealed record EventOver(DateTime At) : NotPossible;

/// <summary>It cannot have begun in the future.</summary>
public sealed record EventNotYet() : NotValid("since");

/// <summary>It belongs to the event, or to none, already.</summary>
public sealed record JoinedAlready : NotPossible;
