using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>督办件: something that supervision has going on about appeals, with an owner, tasks with limits, and an end that another person agrees to.</summary>
public sealed partial class Docket : Aggregate
{
    private readonly List<DocketTask> tasks = [];
    private readonly List<DocketAppeal> appeals = [];
    private readonly List<Answerable> answerables = [];

    private Docket()
    {
    }

    public DocketId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Docket, Id.Value);

    public DocketKind Kind { get; private set; }

    public DocketState State { get; private set; }

    /// <summary>What it is called (a text).</summary>
    public Guid Title { get; private set; }

    /// <summary>What it is about (a text).</summary>
    public Guid Words { get; private set; }

    public RegionId Region { get; private set; }

    public string Path { get; private set; } = "";

    public string? Category { get; private set; }

    public DocketOrigin? Origin { get; private set; }

    public DateTime OpenedAt { get; private set; }

    /// <summary>Null for the platform.</summary>
    public PersonId? OpenedBy { get; private set; }

    public PostId? OpenedByPost { get; private set; }

    public PostId? OwnerPost { get; private set; }

    public UnitId? OwnerUnit { get; private set; }

    /// <summary>How many reports proposed it.</summary>
    public int Reports { get; private set; }

    public int Progress { get; private set; }

    public int Visits { get; private set; }

    public int Minutes { get; private set; }

    /// <summary>Why it keeps happening (a text).</summary>
    public Guid? Cause { get; private set; }

    /// <summary>What the mishandling led to; null where no unit is to be barred.</summary>
    public VetoGround? Ground { get; private set; }

    /// <summary>The year of which it speaks; null where it speaks of none.</summary>
    public int? Year { get; private set; }

    /// <summary>The unit is barred from the awards of <see cref="Year"/>.</summary>
    public bool Barred { get; private set; }

    public Finding? Finding { get; private set; }

    /// <summary>The proof, the result or the finding as handed in (a text).</summary>
    public Guid? Result { get; private set; }

    public PersonId? SubmittedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public IReadOnlyList<DocketTask> Tasks => tasks;

    public IReadOnlyList<DocketAppeal> Appeals => appeals;

    public IReadOnlyList<Answerable> Answerables => answerables;

    /// <summary>Nothing more is to be done with it.</summary>
    public bool Over => State is DocketState.Ended or DocketState.Refused;

    /// <summary>An empty one for <see cref="Aggregate.Rebuild"/>.</summary>
    public static Docket Empty(DocketId id) => new() { Id = id };

    /// <summary>Puts it on the list; with tasks that are known already, and a limit for the whole.</summary>
    public static Docket Open(DocketId id, DocketOpened opened, IReadOnlyList<Written> texts, DocketLimit? limit, IReadOnlyList<TaskWanted> tasks, By by)
    {
        var docket = new Docket { Id = id };
        docket.Take("open-docket", by, [.. texts, .. tasks.Select(t => t.Requirement)],
        [
            opened,
            .. limit is null ? (DomainEvent[])[] : [limit.Start(1, ClockKind.Docket, opened.OwnerUnit, by.At)],
            .. tasks.SelectMany((t, i) => Set(t, i + 1, i + 1 + (limit is null ? 0 : 1), opened.Kind, by.At)),
        ]);
        return docket;
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case DocketOpened f:
                (Kind, State, Title, Words, Region, Path, Category) = (f.Kind, f.State, f.Title, f.Words, f.Region, f.Path, f.Category);
                (Origin, OwnerPost, OwnerUnit, Reports) = (f.Origin, f.OwnerPost, f.OwnerUnit, f.Reports ?? f.Appeals.Count);
                (OpenedAt, OpenedBy, OpenedByPost, Ground, Year) = (by.At, by.Actor.Person, by.Actor.Post, f.Ground, f.Year);
                appeals.AddRange(f.Appeals.Select((a, i) => new DocketAppeal(i + 1, a)));
                break;
            case ProjectConfirmed f:
                (State, OwnerPost, OwnerUnit) = (DocketState.Open, f.OwnerPost, f.OwnerUnit);
                break;
            case DocketMoved f:
                Result = f.State == DocketState.Submitted ? f.Words : Result;
                SubmittedBy = f.State == DocketState.Submitted ? by.Actor.Person : SubmittedBy;
                (State, EndedAt) = (f.State, f.State is DocketState.Ended or DocketState.Refused ? by.At : null);
                break;
            case AreaMoved f:
                (Path, Region) = (f.To, f.Region ?? Region);
                break;
            case DocketSucceeded f:
                (OwnerUnit, OwnerPost) = (OwnerUnit == f.From ? f.To : OwnerUnit, f.OwnerPost);
                tasks.Where(t => t.DoneAt is null).ToList().ForEach(t => t.Succeed(f));
                break;
            case DocketShown:
                break;
            case UnitVetoed:
                Barred = true;
                break;
            case CauseFound f:
                Cause = f.Words;
                break;
            case DocketTaskSet f:
                tasks.Add(new(f, by));
                break;
            case DocketTaskAnswered f:
                Of(f.No).Answered(f, by);
                break;
            case DocketTaskAccepted f:
                Of(f.No).Accepted(by);
                break;
            case DocketTaskReturned f:
                Of(f.No).Returned();
                break;
            case ProgressReported f:
                Progress = f.No;
                break;
            case DocketVisited f:
                Visits = f.No;
                break;
            case MinutesKept f:
                Minutes = f.No;
                break;
            case AnswerableNamed f:
                answerables.Add(new(f));
                break;
            case FindingMade f:
                (Finding, Result, SubmittedBy, State) = (f.Finding, f.Words, by.Actor.Person, DocketState.Submitted);
                break;
            default:
                throw new InvalidOperationException($"A docket knows no {fact.GetType().Name}.");
        }
    }

    private DocketTask Of(int no) => tasks.Single(t => t.No == no);
}
