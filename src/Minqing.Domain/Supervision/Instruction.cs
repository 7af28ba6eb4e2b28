using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>An instruction (批示): a leader's words on an appeal, to one unit or post, with a limit; acknowledged, answered, accepted or sent back (S-02).</summary>
public sealed class Instruction : Aggregate, IHasTurns
{
    /// <summary>The longest limit, in working days.</summary>
    public const int DaysAtMost = 60;

    private readonly List<Turn> turns = [];

    private Instruction()
    {
    }

    public InstructionId Id { get; private set; }

    public override Subject Subject => new(SubjectKind.Instruction, Id.Value);

    public AppealId Appeal { get; private set; }

    /// <summary>Where the appeal was when it was given.</summary>
    public string Path { get; private set; } = "";

    public PersonId GivenBy { get; private set; }

    public PostId Author { get; private set; }

    public Role AuthorRole { get; private set; }

    /// <summary>The level of the leader's own region.</summary>
    public RegionLevel Level { get; private set; }

    public UnitId? ToUnit { get; private set; }

    public PostId? ToPost { get; private set; }

    public Guid Words { get; private set; }

    /// <summary>Whether it wants an answer; else it is done once acknowledged.</summary>
    public bool AnswerDue { get; private set; }

    public InstructionState State { get; private set; }

    public DateTime GivenAt { get; private set; }

    public DateTime DueAt { get; private set; }

    public DateTime? MissedAt { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>The newest answer.</summary>
    public Guid? Answer { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public int SentBacks { get; private set; }

    public IReadOnlyList<Turn> Turns => turns;

    /// <summary>Under which turns and notices find whom it is for.</summary>
    public string Key => ToPost is { } post ? TurnKey.Of(post) : TurnKey.Of(ToUnit!.Value);

    /// <summary>Storage hands over the turns that it loaded for it.</summary>
    public void Attach(IEnumerable<Turn> loaded)
    {
        turns.Clear();
        turns.AddRange(loaded);
    }

    /// <param name="rule">The rule for its clock, with the limit that the leader set.</param>
    public static Instruction Give(InstructionId id, InstructionGiven given, Written words, ClockRule rule, Timetable timetable, By by)
    {
        var instruction = new Instruction { Id = id };
        instruction.Take("instruct", by, [words], [given, Clock.Start(1, ClockKind.InstructionAnswer, 1, rule, given.Unit, given.ToPost ? given.Post : null, by.At, timetable)]);
        return instruction;
    }

    /// <summary>It was read by whom it is for; where no answer is due it is done with that.</summary>
    public Problem? Acknowledge(Hand hand)
    {
        if (Addressee(hand) is not { } post)
        {
            return new NotToYou();
        }

        if (AcknowledgedAt is not null)
        {
            return new InstructionPast(State);
        }

        Take("acknowledge-instruction", hand.As(post), [], [new InstructionAcknowledged(), .. AnswerDue ? [] : Clocks[0].Meet(hand.At)]);
        return null;
    }

    public Problem? Reply(Written answer, Hand hand)
    {
        if (Addressee(hand) is not { } post)
        {
            return new NotToYou();
        }

        if (!AnswerDue || State is InstructionState.Answered or InstructionState.Done)
        {
            return new InstructionPast(State);
        }

        Take("answer-instruction", hand.As(post), [answer], [.. AcknowledgedAt is null ? [new InstructionAcknowledged()] : Array.Empty<DomainEvent>(), new InstructionAnswered(answer.Id), new ClockSubmitted(1)]);
        return null;
    }

    /// <summary>The answer is taken; what was handed in counts from when it came.</summary>
    public Problem? Accept(Hand hand)
    {
        if (Judge(hand) is var judged && judged.Problem is { } no)
        {
            return no;
        }

        Take("accept-instruction", judged.Value, [], [.. Clocks[0].Meet(AnsweredAt!.Value), new InstructionDone()]);
        return null;
    }

    /// <summary>The answer does not do: its clock never stopped.</summary>
    public Problem? SendBack(Written reason, Timetable timetable, Hand hand)
    {
        if (Judge(hand) is var judged && judged.Problem is { } no)
        {
            return no;
        }

        Take("send-back-instruction", judged.Value, [reason], [new InstructionSentBack(SentBacks + 1, reason.Id), Clocks[0].Reject(timetable, hand.At)]);
        return null;
    }

    /// <summary>The units and posts that it is for, and the place of its appeal, have others in their stead.</summary>
    public void Succeed(Succession succession, string path, By by)
    {
        var clock = Clocks[0];
        var unit = clock.Unit is { } answers ? succession.Of(answers) : (UnitId?)null;
        var post = ToPost is { } named ? succession.Of(named) : null;
        // A post that nobody continues leaves it to its unit.
        var to = ToUnit is { } addressed ? succession.Of(addressed) : post is null ? unit : null;
        if (State != InstructionState.Done && (to, post, path) != (ToUnit, ToPost, Path))
        {
            Take("addressee-succeeded", by, [], [new InstructionSucceeded(to, post, path), .. unit is { } next && next != clock.Unit ? (DomainEvent[])[new ClockHanded(clock.No, next)] : []]);
        }
    }

    protected override void Apply(DomainEvent fact, By by)
    {
        switch (fact)
        {
            case InstructionGiven f:
                (Appeal, Path, Level, Words, AnswerDue) = (f.Appeal, f.Path, f.Level, f.Words, f.AnswerDue);
                (ToUnit, ToPost) = f.ToPost ? ((UnitId?)null, f.Post) : (f.Unit, null);
                (GivenBy, Author, AuthorRole, GivenAt) = (by.Actor.Person!.Value, by.Actor.Post!.Value, f.Role, by.At);
                break;
            case InstructionSucceeded f:
                (ToUnit, ToPost, Path) = (f.Unit, f.Post, f.Path);
                break;
            case InstructionAcknowledged:
                (AcknowledgedAt, State) = (by.At, AnswerDue ? InstructionState.Acknowledged : InstructionState.Done);
                DoneAt = AnswerDue ? null : by.At;
                break;
            case InstructionAnswered f:
                (Answer, AnsweredAt, AnsweredBy, State) = (f.Words, by.At, by.Actor.Person, InstructionState.Answered);
                break;
            case InstructionSentBack f:
                (SentBacks, AnsweredAt, State) = (f.Times, null, InstructionState.SentBack);
                break;
            case InstructionDone:
                (DoneAt, State) = (by.At, InstructionState.Done);
                break;
            default:
                throw new InvalidOperationException($"An instruction knows no {fact.GetType().Name}.");
        }
    }

    // Whose move it is: theirs to whom it went, then the leader's.
    protected override void Changed()
    {
        var clock = Clocks[0];
        (DueAt, MissedAt) = (clock.DueAt, clock.MissedAt);
        turns.Become(Id.Value, Appeal, Path, State switch
        {
            InstructionState.Done => [],
            InstructionState.Answered => [(TurnKey.Of(Author), TurnKind.JudgeAnswer, clock)],
            InstructionState.Given or InstructionState.Acknowledged or InstructionState.SentBack => [(Key, AnswerDue ? TurnKind.AnswerInstruction : TurnKind.ReadInstruction, clock)],
        });
    }

    private HeldPost? Addressee(Hand hand) => hand.Posts.FirstOrDefault(p => p.Id == ToPost || p.Unit == ToUnit);

    // By the post that gave it, whoever holds that now.
    private Result<By> Judge(Hand hand) =>
        hand.Posts.FirstOrDefault(p => p.Id == Author) is not { } post ? new NotYourInstruction()
        : State != InstructionState.Answered ? new InstructionPast(State)
        : hand.As(post);
}
