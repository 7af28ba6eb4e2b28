using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Appeals;

/// <summary>One submission by one person through one channel, and all that is between that person and us: receipt, first contact, follow-up, rating, urging, withdrawal.</summary>
public sealed partial class Report : Aggregate, IHasTurns
{
    private readonly List<Call> calls = [];
    private readonly List<FollowUp> followUps = [];
    private readonly List<Turn> turns = [];

    private Report()
    {
    }

    public ReportId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Report, Id.Value);

    public string Number { get; private set; } = "";

    /// <summary>The appeal it came with; unmerging goes back to it.</summary>
    public AppealId Appeal { get; private set; }

    /// <summary>The appeal in which it is worked on now.</summary>
    public AppealId Worked { get; private set; }

    public Channel Channel { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    public DateOnly LocalDay { get; private set; }

    /// <summary>The lowest region known of where it is.</summary>
    public RegionId Region { get; private set; }

    /// <summary>The region's path as of receipt; while its appeal is open it moves with the region.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What people call the place.</summary>
    public string Address { get; private set; } = "";

    public Point? Point { get; private set; }

    public SiteCodeId? SiteCode { get; private set; }

    public Place Place => new(Region, Path, Address, Point, SiteCode);

    /// <summary>The text of what was said.</summary>
    public Guid Words { get; private set; }

    public string? Category { get; private set; }

    public bool KeepIdentity { get; private set; }

    public bool HasPhone { get; private set; }

    /// <summary>The member of staff who took it down, and their post; null where the person sent it in themselves.</summary>
    public PersonId? TakenDownBy { get; private set; }

    public PostId? TakenDownByPost { get; private set; }

    /// <summary>How the person agreed to being spoken for; null where nobody speaks for them (代报).</summary>
    public Consent? Consent { get; private set; }

    /// <summary>The category that the words suggested.</summary>
    public string? Suggested { get; private set; }

    /// <summary>Nobody reported it: somebody of the staff saw it on their round, so nobody has to be called.</summary>
    public bool SeenOnRound => Channel == Channel.Patrol;

    public string Profile { get; private set; } = "";

    public string ProfileVersion { get; private set; } = "";

    public DateTime? WithdrawnAt { get; private set; }

    public int Urges { get; private set; }

    public DateTime? UrgedAt { get; private set; }

    public int Reopens { get; private set; }

    public DateTime? PressureToldAt { get; private set; }

    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>Takes a submission down.</summary>
    public static Report Receive(ReportId id, ReportReceived received, Written words, IReadOnlyList<Written> more, Urgency urgency, Rules rules, By by)
    {
        var report = new Report { Id = id };
        DomainEvent[] clocks = received.Channel == Channel.Patrol || !rules.Profile.HasFirstCall
            ? []
            : [rules.Start(1, ClockKind.FirstCall, 1, 1, rules.Profile.CategoryOf(received.Category).Code, Grade.Ordinary, urgency, null, by.At)];
        report.Take(Step.Receive.Name(), by, [words, .. more], [received, .. clocks]);
        return report;
    }

    /// <summary>The region it lies in was moved in the tree, or the place belongs to another region now.</summary>
    public void MoveTo(RegionId region, string path, By by)
    {
        if (AreaMoved.Between(Region, Path, region, path) is { } moved)
        {
            Take(AreaMoved.Step, by, [], [moved]);
        }
    }

    /// <summary>Storage hands over the turns that it loaded for this subject.</summary>
    public void Attach(IEnumerable<Turn> loaded)
    {
        turns.Clear();
        turns.AddRange(loaded);
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Report Empty(ReportId id) => new() { Id = id };

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case ReportReceived f:
                (Number, Appeal, Worked, Channel, LocalDay, Words) = (f.Number, f.Appeal, f.Appeal, f.Channel, f.LocalDay, f.Words);
                (Region, Path, Address, Point, SiteCode) = f.Place;
                (Category, KeepIdentity, HasPhone, Profile, ProfileVersion) = (f.Category, f.KeepIdentity, f.HasPhone, f.Profile, f.ProfileVersion);
                (Ladder, Desk, Rungs, ReceivedAt) = (f.Ladder, f.Desk, 1, by.At);
                (TakenDownBy, TakenDownByPost, Consent, Suggested) = (by.Actor.Person, by.Actor.Post, f.Consent, f.Suggested);
                break;
            case FirstContactTaken f:
                (TakenByPost, TakenByPerson, TakenByRole, TakenAt) = (f.Post, f.Person, f.Role, by.At);
                break;
            case PoolWidened f:
                Rungs = f.Rungs;
                break;
            case ReportMoved f:
                Worked = f.To;
                break;
            case ContactKept f:
                (Ladder, Desk) = ([], f.Desk);
                Released();
                break;
            case ContactAvoids f:
                (Ladder, Rungs) = (f.Left, Math.Min(Rungs, Math.Max(1, f.Left.Count)));
                if (f.Released)
                {
                    Released();
                }

                break;
            case ContactSucceeded f:
                (Ladder, Rungs, Desk, TakenByPost) = (f.Ladder, Math.Min(Rungs, Math.Max(1, f.Ladder.Count)), f.Desk, f.TakenByPost);
                break;
            case CallRecorded f:
                calls.Add(new(f, by));
                ContactedAt ??= f.Outcome == CallOutcome.Reached ? by.At : null;
                break;
            case ReporterMessaged:
                ContactedAt ??= HasPhone ? null : by.At;
                break;
            case ReportUrged f:
                (Urges, UrgedAt) = (f.Times, by.At);
                break;
            case ReportWithdrawn:
                WithdrawnAt = by.At;
                break;
            case FollowedUp f:
                followUps.Add(new(f, by));
                break;
            case ReopenAsked f:
                Reopens = f.Times;
                break;
            case PressureTold:
                PressureToldAt = by.At;
                break;
            case AreaMoved f:
                (Path, Region) = (f.To, f.Region ?? Region);
                break;
            case ReportErased:
                ErasedAt = by.At;
                break;
            case ReportPurged f:
                Purged(f, by);
                break;
            case ReportSupplemented or ReportSplit or ContactAwaited:
                break;
            default:
                throw new InvalidOperationException($"A report does not know {fact.GetType().Name}.");
        }
    }

    private void Released() => (TakenByPost, TakenByPerson, TakenByRole, TakenAt) = (null, null, null, null);

    protected override void Changed() =>
        turns.Become(Id.Value, Worked, Path, FirstCallKeys.Select(key => (key, TurnKind.FirstCall, Running(ClockKind.FirstCall)!)));
}
