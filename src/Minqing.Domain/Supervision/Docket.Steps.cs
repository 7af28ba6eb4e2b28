using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

// What can be done with it; who may do what is DocketFlow.
public sealed partial class Docket
{
    /// <summary>The named post takes the project on and says whose it is.</summary>
    public Problem? Confirm(PostId? post, UnitId unit, DocketLimit limit, Hand hand, IReadOnlyList<Role> confirmers) =>
        Taking(DocketStep.Confirm, hand, [], _ => [new ProjectConfirmed(post, unit), limit.Start(NextClock, ClockKind.Docket, unit, hand.At)], confirmers);

    public Problem? Refuse(Written reason, Hand hand, IReadOnlyList<Role> confirmers) =>
        Taking(DocketStep.Refuse, hand, [reason], _ => [new DocketMoved(DocketState.Refused, reason.Id)], confirmers);

    public Problem? FindCause(Written words, Hand hand) => Taking(DocketStep.FindCause, hand, [words], _ => [new CauseFound(words.Id)]);

    public Problem? SetTask(TaskWanted task, Hand hand) =>
        Taking(DocketStep.SetTask, hand, [task.Requirement], _ => Set(task, tasks.Count + 1, NextClock, Kind, hand.At));

    /// <summary>A unit answers its task. The clock counts from now, and goes on as if nothing had been said when the answer is returned.</summary>
    public Problem? Answer(int no, Written words, Hand hand, IReadOnlyList<MediaRef>? shown = null) =>
        tasks.Find(t => t.No == no && t is { DoneAt: null, AnsweredAt: null }) is not { } task ? new NoSuchTask()
        : Taking(DocketStep.Answer, hand, [words],
            _ => [new DocketTaskAnswered(no, words.Id), .. Kind == DocketKind.Veto ? ClockOf(task).Meet(hand.At) : [new ClockSubmitted(task.Clock)], .. Shown(shown)], task: task);

    public Problem? AcceptTask(int no, Written? words, Hand hand) =>
        Answered(no) is not { } task ? new NoSuchTask()
        : task.AnsweredBy == hand.Person ? new OwnSubmission()
        : Taking(DocketStep.AcceptTask, hand, words is null ? [] : [words],
            _ => [new DocketTaskAccepted(no, words?.Id), .. ClockOf(task).Meet(task.AnsweredAt!.Value), .. Kind == DocketKind.Advice ? (DomainEvent[])[new DocketMoved(DocketState.Ended, null)] : []], task: task);

    public Problem? ReturnTask(int no, Written words, Timetable timetable, Hand hand) =>
        Answered(no) is not { } task ? new NoSuchTask()
        : Taking(DocketStep.ReturnTask, hand, [words], _ => [new DocketTaskReturned(no, words.Id), ClockOf(task).Reject(timetable, hand.At)], task: task);

    public Problem? Report(Written words, Hand hand, IReadOnlyList<MediaRef>? shown = null) => Taking(DocketStep.Report, hand, [words], _ => [new ProgressReported(Progress + 1, words.Id), .. Shown(shown)]);

    public Problem? Visit(DateTime on, Written present, Written found, Hand hand, IReadOnlyList<MediaRef>? shown = null) =>
        on > hand.At ? new VisitTimeNotUsable() : Taking(DocketStep.Visit, hand, [present, found], _ => [new DocketVisited(Visits + 1, on, present.Id, found.Id), .. Shown(shown)]);

    public Problem? Minute(Written present, Written words, Hand hand) =>
        Taking(DocketStep.Minute, hand, [present, words], _ => [new MinutesKept(Minutes + 1, present.Id, words.Id)]);

    /// <summary>A post answers for it; <paramref name="person"/> is who held it at <paramref name="at"/>.</summary>
    public Problem? NameAnswerable(PostId post, UnitId unit, PersonId? person, DateTime at, Consequence consequence, Written words, Hand hand) =>
        Taking(DocketStep.NameAnswerable, hand, [words], _ => [new AnswerableNamed(answerables.Count + 1, post, unit, person, at, consequence, words.Id)]);

    /// <summary>What was found, for another person to agree to.</summary>
    public Problem? Find(Finding finding, Written words, Hand hand) =>
        finding != Supervision.Finding.Unfounded && answerables.Count == 0 ? new NobodyNamed()
        : Taking(DocketStep.Find, hand, [words], _ => [new FindingMade(finding, words.Id)]);

    /// <summary>Its owner says that it is done, and gives the proof.</summary>
    public Problem? Submit(Written proof, Hand hand, IReadOnlyList<MediaRef>? shown = null) =>
        Kind == DocketKind.Governance && (Cause is null || tasks.Count == 0) ? new CauseOrMeasureMissing()
        : (Kind == DocketKind.Veto ? NotHeard(hand.At) : StillOpen()) ?? Taking(DocketStep.Submit, hand, [proof],
            _ => [new DocketMoved(DocketState.Submitted, proof.Id), .. Running(ClockKind.Docket) is { } clock ? (DomainEvent[])[new ClockSubmitted(clock.No)] : [], .. Shown(shown)]);

    /// <summary>销号, or agreeing to a finding: by another person than whoever handed it in, and by nobody who answers for it.</summary>
    public Problem? StrikeOff(Written words, Hand hand, IReadOnlyList<Role> confirmers) =>
        Judged(hand) ?? Taking(DocketStep.StrikeOff, hand, [words],
            _ =>
            [
                new DocketMoved(DocketState.Ended, words.Id),
                .. Running(ClockKind.Docket) is { SubmittedAt: { } handed } clock ? clock.Meet(handed) : [],
                .. Kind == DocketKind.Veto ? (DomainEvent[])[new UnitVetoed(OwnerUnit!.Value, Year!.Value), .. Unheard(hand.At)] : [],
            ],
            confirmers);

    public Problem? SendBack(Written words, Timetable timetable, Hand hand, IReadOnlyList<Role> confirmers) =>
        Judged(hand) ?? Taking(DocketStep.SendBack, hand, [words],
            _ => [new DocketMoved(DocketState.Open, words.Id), .. Running(ClockKind.Docket) is { } clock ? (DomainEvent[])[clock.Reject(timetable, hand.At)] : []], confirmers);

    public Problem? Close(Written words, Hand hand) =>
        (Kind == DocketKind.Veto ? null : StillOpen()) ?? (Kind == DocketKind.Meeting && Minutes == 0 ? new MinutesMissing()
        : Taking(DocketStep.Close, hand, [words],
            _ => [new DocketMoved(DocketState.Ended, words.Id), .. Running(ClockKind.Docket)?.Meet(hand.At) ?? [], .. Kind == DocketKind.Veto ? Unheard(hand.At) : []]));

    /// <summary>The steps that somebody may take now.</summary>
    public IReadOnlyList<DocketStep> OpenTo(Hand hand, IReadOnlyList<Role> confirmers) =>
        [.. DocketFlow.Of(Kind).Where(m => m.From == State && Sensible(m.Step, hand) && CandidateTasks(m.Step).Any(t => DocketStanding.PostFor(this, m.Who, hand.Posts, hand.Person, t, confirmers) is not null)).Select(m => m.Step).Distinct()];

    /// <summary>The tasks that a step could be about.</summary>
    public IReadOnlyList<DocketTask> TasksFor(DocketStep step) => step switch
    {
        DocketStep.Answer => [.. tasks.Where(t => t is { DoneAt: null, AnsweredAt: null })],
        DocketStep.AcceptTask or DocketStep.ReturnTask => [.. tasks.Where(t => t is { DoneAt: null, AnsweredAt: not null })],
        _ => [],
    };

    private IEnumerable<DocketTask?> CandidateTasks(DocketStep step) => step is DocketStep.Answer or DocketStep.AcceptTask or DocketStep.ReturnTask ? TasksFor(step) : Enumerable.Repeat<DocketTask?>(null, 1);

    private static DomainEvent[] Shown(IReadOnlyList<MediaRef>? shown) => shown is { Count: > 0 } ? [new DocketShown(shown)] : [];

    private bool Sensible(DocketStep step, Hand hand) => step is not (DocketStep.StrikeOff or DocketStep.SendBack) || Judged(hand) is null;

    private Problem? Taking(DocketStep step, Hand hand, IReadOnlyList<Written> texts, Func<By, IReadOnlyList<DomainEvent>> facts, IReadOnlyList<Role>? confirmers = null, DocketTask? task = null)
    {
        var moves = DocketFlow.Of(Kind).Where(m => m.Step == step).ToList();
        if (!moves.Exists(m => m.From == State))
        {
            return new DocketStepNotPossible(step, State);
        }

        if (moves.Where(m => m.From == State).Select(m => DocketStanding.PostFor(this, m.Who, hand.Posts, hand.Person, task, confirmers ?? [])).FirstOrDefault(p => p is not null) is not { } post)
        {
            return new DocketNotYours(step);
        }

        var by = hand.As(post);
        Take(step.Name(), by, texts, facts(by));
        return null;
    }

    /// <summary>Whether somebody may agree to what was handed in: neither who did that, nor who is named as answerable.</summary>
    public bool MayJudge(PersonId person) => SubmittedBy != person && !answerables.Exists(a => a.Person == person);

    private Problem? Judged(Hand hand) =>
        SubmittedBy is { } person && person == hand.Person ? new OwnSubmission()
        : answerables.Exists(a => a.Person == hand.Person) ? new JudgeIsNamed()
        : null;

    private TasksStillOpen? StillOpen() => tasks.Count(t => t.DoneAt is null) is var open && open > 0 ? new(open) : null;

    // Nobody is barred who was not heard, or had no time to object.
    private Problem? NotHeard(DateTime at) =>
        tasks.Find(t => t.AnsweredAt is null && ClockOf(t).DueAt > at) is { } task ? new UnitNotHeard(ClockOf(task).DueAt) : null;

    // Whoever let the time to object pass is waited for no longer.
    private IEnumerable<DomainEvent> Unheard(DateTime at) => tasks.Where(t => ClockOf(t).Runs).SelectMany(t => ClockOf(t).End(at));

    private DocketTask? Answered(int no) => tasks.Find(t => t.No == no && t is { DoneAt: null, AnsweredAt: not null });

    private Clock ClockOf(DocketTask task) => Clocks.Single(c => c.No == task.Clock);

    private static DomainEvent[] Set(TaskWanted task, int no, int clock, DocketKind kind, DateTime at) =>
        [new DocketTaskSet(no, task.Unit, task.Requirement.Id, clock), task.Limit.Start(clock, kind == DocketKind.Advice ? ClockKind.AdviceAnswer : ClockKind.Task, task.Unit, at)];
}
