using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.People;

/// <summary>A post: role × unit × region, held by one person at a time. All authority comes from it.</summary>
public sealed class Post : Aggregate
{
    private readonly List<Holding> holdings = [];
    private static readonly TimeSpan LongestShift = TimeSpan.FromDays(3);

    private readonly List<StandIn> standIns = [];

    private Post()
    {
    }

    public PostId Id { get; private set; }

    /// <summary>Its name in imported and exported files.</summary>
    public string Code { get; private set; } = "";

    public Role Role { get; private set; }

    public PostRank Rank { get; private set; }

    public UnitPart Part { get; private set; }

    public UnitId Unit { get; private set; }

    public RegionId Region { get; private set; }

    /// <summary>The categories it is limited to; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    public DateTime Since { get; private set; }

    public DateTime? Until { get; private set; }

    /// <summary>Who holds it now; null when it is vacant.</summary>
    public PersonId? Holder { get; private set; }

    public IReadOnlyList<Holding> Holdings => holdings;

    /// <summary>Who stands in when the holder is away, then, now and later.</summary>
    public IReadOnlyList<StandIn> StandIns => standIns;

    public override Subject Subject => new(SubjectKind.Post, Id.Value);

    public static Post Open(PostId id, PostOpened opened, By by, PersonId? holder = null)
    {
        var post = new Post { Id = id };
        post.Take("post-opened", by, [], holder is { } person ? [opened, new PostTaken(1, person, opened.Since)] : [opened]);
        return post;
    }

    /// <summary>An empty one, to be filled from its journal.</summary>
    public static Post Blank(PostId id) => new() { Id = id };

    /// <summary>Who held it at an instant, however long ago.</summary>
    public PersonId? HeldAt(DateTime at) => holdings.LastOrDefault(h => h.Covers(at))?.Person;

    public Result<Done> Appoint(PersonId person, DateTime since, By by)
    {
        if (Refused(since, by) is { } problem)
        {
            return problem;
        }

        if (Holder is { } holder)
        {
            return new PostAlreadyHeld(holder);
        }

        // The leave was that of whoever went, or somebody acted until now; the duty roster is the post's.
        Take("post-taken", by, [], [new PostTaken(holdings.Count + 1, person, since), .. holdings.LastOrDefault()?.Person == person ? [] : Ended(s => !s.Shift, by.At)]);
        return default(Done);
    }

    public Result<Done> EndHolding(DateTime until, By by)
    {
        if (Holder is null)
        {
            return new PostNotHeld();
        }

        if (Refused(until, by) is { } problem)
        {
            return problem;
        }

        Take("post-left", by, [], [new PostLeft(holdings.Count, until), .. Ended(s => s.Shift && s.Person == Holder, by.At)]);
        return default(Done);
    }

    /// <summary>Somebody left service altogether: they stand in, and have duty, no more.</summary>
    public void Relieve(PersonId person, By by)
    {
        if (Until is null && Ended(s => s.Person == person, by.At).ToList() is { Count: > 0 } ended)
        {
            Take("stand-in-ended", by, [], ended);
        }
    }

    /// <summary>Names who stands in while the holder is away.</summary>
    public Problem? NameStandIn(PersonId person, DateTime from, DateTime until, By by)
    {
        var other = standIns.Find(s => !s.Shift && s.Overlaps(from, until));
        var problem = Until is { } closed ? new PostIsClosed(closed)
            : from >= until || until <= by.At ? new AbsenceNotUsable()
            : person == Holder ? new StandsInForThemselves()
            : other is not null ? new StoodInAlready(other.Since, other.Until)
            : (Problem?)null;
        if (problem is null)
        {
            Take("stand-in-named", by, [], [new StandInNamed(standIns.Count + 1, person, from, until)]);
        }

        return problem;
    }

    /// <summary>Puts somebody, the holder too, on the roster of the post. A shift goes before an absence of the same time.</summary>
    public Problem? PutOnRoster(PersonId person, DateTime from, DateTime until, By by)
    {
        var other = standIns.Find(s => s.Shift && s.Overlaps(from, until));
        var problem = Until is { } closed ? new PostIsClosed(closed)
            : from >= until || until <= by.At || until - from > LongestShift ? new ShiftNotUsable((int)LongestShift.TotalHours)
            : other is not null ? new OnRosterAlready(other.Since, other.Until)
            : (Problem?)null;
        if (problem is null)
        {
            Take("put-on-roster", by, [], [new StandInNamed(standIns.Count + 1, person, from, until, Shift: true)]);
        }

        return problem;
    }

    /// <summary>The holder is back earlier, or does not go.</summary>
    public Problem? EndStandIn(int no, By by)
    {
        if (standIns.Find(s => s.No == no && s.Until > by.At && s.Since < s.Until) is not { } standIn)
        {
            return new NoSuchAbsence();
        }

        Take("stand-in-ended", by, [], [.. Ended(s => s == standIn, by.At)]);
        return null;
    }

    /// <summary>The post is no more; whoever holds it leaves it.</summary>
    public Result<Done> Close(DateTime until, By by)
    {
        if (Refused(until, by) is { } problem)
        {
            return problem;
        }

        Take("post-closed", by, [], Holder is null ? [new PostClosed(until)] : [new PostLeft(holdings.Count, until), new PostClosed(until)]);
        return default(Done);
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case PostOpened f:
                (Code, Role, Rank, Part, Unit) = (f.Code, f.Role, f.Rank, f.Part, f.Unit);
                (Region, Categories, Since) = (f.Region, f.Categories, f.Since);
                break;
            case PostTaken f:
                holdings.Add(new(f.No, f.Person, f.Since));
                Holder = f.Person;
                break;
            case PostLeft f:
                holdings.Single(h => h.No == f.No).End(f.Until);
                Holder = null;
                break;
            case StandInNamed f:
                standIns.Add(new(f));
                break;
            case StandInEnded f:
                standIns.Single(s => s.No == f.No).End(f.Until);
                break;
            case PostClosed f:
                Until = f.Until;
                break;
            default:
                throw new InvalidOperationException($"A post knows no {fact.GetType().Name}.");
        }
    }

    private IEnumerable<DomainEvent> Ended(Func<StandIn, bool> which, DateTime at) =>
        standIns.Where(s => s.Since < s.Until && s.Until > at && which(s)).Select(s => new StandInEnded(s.No, s.Since > at ? s.Since : at));

    private Problem? Refused(DateTime at, By by)
    {
        if (Until is { } closed)
        {
            return new PostIsClosed(closed);
        }

        var earliest = holdings.Count == 0 ? Since : holdings[^1].Until ?? holdings[^1].Since;
        return at > by.At ? new NotInTheFuture(by.At) : at < earliest ? new TooEarlyForPost(earliest) : null;
    }
}
