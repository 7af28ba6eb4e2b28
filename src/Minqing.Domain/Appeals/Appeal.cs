using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Appeals;

/// <summary>The case of work: where it stands, who must solve it, what came of it.</summary>
public sealed partial class Appeal : Aggregate, IHasTurns
{
    private readonly List<Round> rounds = [];
    private readonly List<WorkOrder> orders = [];
    private readonly List<Target> targets = [];
    private readonly List<Turn> turns = [];

    private Appeal()
    {
    }

    public AppealId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Appeal, Id.Value);

    public Stage Stage { get; private set; }

    /// <summary>The lowest region known of where it is.</summary>
    public RegionId Region { get; private set; }

    /// <summary>The region's path as of receipt; while it is open it moves with the region.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What people call the place.</summary>
    public string Address { get; private set; } = "";

    public Point? Point { get; private set; }

    public SiteCodeId? SiteCode { get; private set; }

    public Place Place => new(Region, Path, Address, Point, SiteCode);

    public DateTime ReceivedAt { get; private set; }

    public DateOnly LocalDay { get; private set; }

    /// <summary>The text of the report it began with.</summary>
    public Guid Words { get; private set; }

    public string Category { get; private set; } = "";

    public Intent Intent { get; private set; }

    public Grade Grade { get; private set; }

    public Urgency Urgency { get; private set; }

    /// <summary>The round now running, from 1.</summary>
    public int Round { get; private set; }

    /// <summary>The level of the lead, 1 being the village.</summary>
    public int Level { get; private set; }

    /// <summary>The unit that must solve it; null once nobody must.</summary>
    public UnitId? Lead { get; private set; }

    /// <summary>The unit whose desk follows up.</summary>
    public UnitId Desk { get; private set; }

    /// <summary>What was verified in the newest round.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>办结: the check accepted the result.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>销号: followed up, or tried often enough.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>How often it was sent back down.</summary>
    public int SendBacks { get; private set; }

    public AppealId? MergedInto { get; private set; }

    public string Profile { get; private set; } = "";

    public string ProfileVersion { get; private set; } = "";

    public IReadOnlyList<Round> Rounds => rounds;

    public IReadOnlyList<WorkOrder> Orders => orders;

    public IReadOnlyList<Target> Targets => targets;

    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>The stages in which nothing is to be done any more.</summary>
    public static IReadOnlyList<Stage> Ends { get; } = [Stage.Settled, Stage.Declined, Stage.Invalid, Stage.Withdrawn, Stage.Merged, Stage.Referred];

    public bool Ended => Ends.Contains(Stage);

    /// <summary>Begins the case of work and gives it to its first lead unit.</summary>
    /// <param name="grade">More than ordinary where the duty list gives it straight to a higher level.</param>
    /// <param name="part">Where it comes from, when it is a part of another one.</param>
    public static Appeal Accept(AppealId id, AppealAccepted accepted, LevelUnit lead, Rules rules, By by, Grade grade = Grade.Ordinary, AppealSplit? part = null)
    {
        var appeal = new Appeal { Id = id };
        appeal.Take(
            Beginning(part), by, [],
            [
                accepted, .. Origin(part),
                .. Begin(appeal, RoundReason.First, lead, accepted.Category, grade, accepted.Urgency, rules, by.At, part is null ? null : by.Actor.Unit, intent: accepted.Intent),
                .. StatutoryClocks(3, accepted, lead, rules, part?.ReceivedAt ?? by.At),
            ]);
        return appeal;
    }

    private static string Beginning(AppealSplit? part) => part is null ? "accept" : Step.Split.Name();

    private static IEnumerable<DomainEvent> Origin(AppealSplit? part) => part is null ? [] : [part];

    /// <summary>Storage hands over the turns that it loaded for this subject.</summary>
    public void Attach(IEnumerable<Turn> loaded)
    {
        turns.Clear();
        turns.AddRange(loaded);
    }

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Appeal Empty(AppealId id) => new() { Id = id };

    /// <summary>The region it lies in was moved in the tree, or the place belongs to another region now.</summary>
    public void MoveTo(RegionId region, string path, By by)
    {
        if (AreaMoved.Between(Region, Path, region, path) is { } moved)
        {
            Take(AreaMoved.Step, by, [], [moved]);
        }
    }

    /// <summary>Who is what to it at this moment, seen with one of its reports.</summary>
    public Standing StandingWith(Report? report) =>
        new(Path, Category, Lead, UpperOrder?.Unit, Stage == Stage.Checking ? Current.Checker : null, Desk, report?.Pool ?? [], report?.Callers ?? [])
        {
            Beside = [.. orders.Where(o => o.Open && o.Beside).Select(o => o.Unit)],
            Screener = Undispatched ? Screener : null,
            Granter = AskedExtension?.Granter,
            TakenDownBy = report?.TakenDownByPost,
        };

    /// <summary>Whether the person signed for it or handed in a result.</summary>
    public bool HandledBy(PersonId? person) =>
        person is not null && (orders.Exists(o => o.SignedBy == person) || rounds.Exists(r => r.SubmittedBy == person));

    /// <summary>What the handler says became of it in the running round.</summary>
    public Outcome? Claimed => rounds.LastOrDefault()?.Claimed;

    private Round Current => rounds[^1];

    private WorkOrder LeadOrder => orders.Last(o => o.Role == OrderRole.Lead && o.Open);

    private WorkOrder? UpperOrder => orders.LastOrDefault(o => o.Role == OrderRole.Upper && o.Open);

    private Result<By> Choose(Step step, Hand hand, Rules rules) => rules.Workflow.Choose(step, Stage, hand, StandingWith(null));

    internal bool IsTarget(UnitId unit) => targets.Exists(t => t.IsOrIsWithin(unit));

    // The facts of a new round: its order, its clocks, the stage.
    private static List<DomainEvent> Begin(Appeal a, RoundReason reason, LevelUnit lead, string category, Grade grade, Urgency urgency, Rules rules, DateTime at, UnitId? issuer = null, Guid? requirement = null, Intent? intent = null)
    {
        var round = a.Round + 1;
        return
        [
            new RoundBegun(round, reason, lead.Level),
            new OrderIssued(a.orders.Count + 1, round, null, issuer, lead.Unit, lead.Level, OrderRole.Lead, Ruled: false, requirement, grade),
            rules.Start(a.NextClock, ClockKind.Sign, round, lead.Level, category, grade, urgency, lead.Unit, at),
            rules.Start(a.NextClock + 1, ClockKind.Handle, round, lead.Level, category, grade, urgency, lead.Unit, at, intent ?? a.Intent),
            new StageMoved(Stage.Handling),
        ];
    }
}
