using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>One report and its appeal, and everything that can be done to them. After each step both are rebuilt from their facts and compared; a refused step must leave them as they were.</summary>
internal sealed class Scene
{
    /// <summary>Who reported, as handlers and the reporter write it into their words.</summary>
    public static readonly IReadOnlyList<string> Reporter = ["王秀兰", "13912345678"];

    private int texts;

    /// <param name="screened">Whether somebody looks at it before its dispatch.</param>
    /// <param name="screener">Who that is; the township's centre without one.</param>
    /// <param name="takenDown">The post that took it down.</param>
    public Scene(Rules rules, DateTime at, string category = "C4", bool keep = false, bool phone = true, int level = 1, bool screened = false, Intent intent = Intent.Help, LevelUnit? screener = null, PostId? takenDown = null)
    {
        (Rules, Now) = (rules, at);
        var desk = City.Unit(rules.Profile.FollowUp.Level);
        var place = new Place(City.Village, City.Path, "红卫社区 3 号楼", new(36.54, 104.17));
        var (report, appeal, words) = (new ReportId(City.Id(1)), new AppealId(City.Id(2)), Words());
        var urgency = rules.Profile.CategoryOf(category).Urgency;
        Report = Report.Receive(
            report,
            new(ReportNumber.Of(LocalTime.DayOf(at), [1, 2, 3, 4, 5, 6]), appeal, Channel.Code, place, LocalTime.DayOf(at), words.Id, [new(new(City.Id(3)), "cc")], category, keep, phone, rules.Profile.HasFirstCall ? City.Ladder : [], keep ? TurnKey.Of(desk) : null, rules.Profile.Id, rules.Profile.Version),
            words, [], urgency, rules, new(takenDown is null ? Actor.Reporter : Actor.Reporter with { Post = takenDown }, at));
        var accepted = new AppealAccepted(report, place, LocalTime.DayOf(at), words.Id, category, intent, urgency, desk, rules.Profile.Id, rules.Profile.Version);
        Appeal = screened ? Appeal.AcceptForScreening(appeal, accepted, screener ?? City.At(2), rules, new(Actor.Reporter, at)) : Appeal.Accept(appeal, accepted, City.At(level), rules, new(Actor.Reporter, at));
        Check();
    }

    public Rules Rules { get; }

    public Appeal Appeal { get; }

    public Report Report { get; }

    /// <summary>Further reports of the appeal.</summary>
    public List<Report> Others { get; } = [];

    public DateTime Now { get; set; }

    /// <summary>What a stored step reads like; by default as it was.</summary>
    public Func<Subject, int, StepTaken, StepTaken> Stored { get; set; } = (_, _, step) => step;

    public Stage Stage => Appeal.Stage;

    public WorkOrder Lead => Appeal.Orders.Single(o => o is { Role: OrderRole.Lead, Open: true });

    public IReadOnlyList<Report> Reports => [Report, .. Others];

    /// <summary>The highest level of handling.</summary>
    public int Top => Rules.Profile.Levels.Count;

    /// <summary>The next unit above that it is not about; where it is about the lead, whoever has it instead.</summary>
    public LevelUnit? Above => Appeal.Lead is { } lead && Appeal.IsAbout(lead) ? Instead(null) : Higher(null);

    /// <summary>Who has it where it is, or will be, about whoever should: above, else as high as may be.</summary>
    public LevelUnit? Instead(UnitId? named) =>
        Higher(named) ?? Enumerable.Range(1, Top).Reverse().Select(City.At).FirstOrDefault(u => u.Unit != named && u.Unit != Appeal.Lead && !Appeal.IsAbout(u.Unit));

    private LevelUnit? Higher(UnitId? named) => Enumerable.Range(Appeal.Level + 1, Top - Appeal.Level).Select(City.At).FirstOrDefault(u => u.Unit != named && !Appeal.IsAbout(u.Unit));

    private UnitId Checker => City.Unit(Rules.Profile.Levels[Math.Max(Appeal.Level, 1) - 1].CheckedBy);

    public Clock? Running(ClockKind kind) => Appeal.Clocks.Concat(Report.Clocks).LastOrDefault(c => c.Kind == kind && c.Runs);

    public Hand Of(HeldPost? post) => post is null ? Hand.OfReporter(Now) : new(City.PersonOf(post), "web", [post], Now);

    public Written Words(string? text = null) => new(City.Id(10_000 + ++texts), text ?? $"{string.Join("，电话 ", Reporter)}，路灯不亮", [1, 2, 3]);

    public Problem? Take(HeldPost post) => Do(() => Report.TakeFirstContact(Appeal, Of(post), Rules));

    public Problem? Call(HeldPost post, CallOutcome outcome = CallOutcome.Reached) => Do(() => Report.RecordCall(Appeal, outcome, Words(), Of(post), Rules));

    public Problem? Message(HeldPost post) => Do(() => Report.Message(Appeal, Words(), Of(post), Rules));

    public Problem? Supplement(bool empty = false) => Do(() => Report.Supplement(Appeal, empty ? null : Words(), [], Of(null), Rules));

    public Problem? Urge() => Do(() => Report.Urge(Appeal, Of(null), Rules));

    public Problem? Withdraw() => Do(() => Report.Withdraw(Appeal, null, Others, Of(null), Rules));

    public Problem? TellPressure() => Do(() => Report.TellPressure(Appeal, Words(), Of(null), Rules));

    public Problem? Rate(int? result) => Do(() => Report.Rate(Appeal, new(CallOutcome.Reached, 2, 2, result), Of(null), Rules, Others, Above));

    public Problem? AskReopen(bool why = false) => Do(() => Report.AskReopen(Appeal, why ? Words() : null, Of(null), Rules, Above));

    /// <summary>Takes a part of it off, given to a unit.</summary>
    public Result<Appeal> Part(int id, LevelUnit unit, Hand hand)
    {
        var (part, words) = (new AppealId(City.Id(id)), Words());
        var accepted = new AppealAccepted(Report.Id, Appeal.Place, Appeal.LocalDay, words.Id, "C4", Intent.Help, Urgency.Normal, Appeal.Desk, Rules.Profile.Id, Rules.Profile.Version);
        return Appeal.Split(part, Report, words, Words(), [], (by, origin) => Appeal.Accept(part, accepted, unit, Rules, by, part: origin), hand, Rules);
    }

    public Problem? Sign(HeldPost post) => Do(() => Appeal.Sign(Of(post), Rules));

    public Problem? Raise(HeldPost post, int? level = null) =>
        Do(() => (level ?? Math.Min(Appeal.RaisedAbove(Rules.Profile) + 1, Top)) is var to ? Appeal.Raise(City.At(to), Between(to), Words(), Words(), Reports, Of(post), Rules) : null);

    private List<LevelUnit> Between(int to) => [.. Enumerable.Range(1, Top).Where(l => l > Appeal.RaisedAbove(Rules.Profile) && l < to).Select(City.At)];

    public Problem? Accept(HeldPost post) => Do(() => Appeal.AcceptRaised(Of(post), Rules));

    public Problem? SendBack(HeldPost post) => Do(() => Appeal.SendBack(Words(), Of(post), Rules));

    public Problem? Decide(HeldPost post, int level) => Do(() => Appeal.Decide(City.At(level), Words(), Of(post), Rules));

    public Problem? Note(HeldPost post) => Do(() => Appeal.Note(Words(), Report, Of(post), Rules));

    public Problem? Reclassify(HeldPost post, string category, Grade grade, Urgency urgency) =>
        Do(() => Appeal.Reclassify(category, grade, urgency, Words(), Reports, Of(post), Rules));

    public Problem? Finish(HeldPost post, Outcome outcome = Outcome.Solved, int photos = 0, string? promised = null, string? category = null, Grade? grade = null) =>
        Do(() => Appeal.Finish(
            new(Words(), Words(), outcome, promised is null ? null : DateOnly.Parse(promised, null), grade ?? Appeal.Grade, category ?? Appeal.Category, [.. Enumerable.Range(1, photos).Select(n => new MediaRef(new(City.Id(500 + n)), "aa"))], outcome == Outcome.Unfounded ? UnfoundedReason.UntrueAfterCheck : null),
            Checker, Reports, Of(post), Rules));

    public Problem? Prove(HeldPost post) => Do(() => Appeal.ProvePromise(Words(), [new(new(City.Id(600)), "bb")], Checker, Of(post), Rules));

    public Problem? Pass(HeldPost post, Outcome? verified = null) => Do(() => Appeal.PassCheck(verified ?? Appeal.Claimed ?? Outcome.Unsolved, Of(post), Rules));

    public Problem? Reject(HeldPost post, RejectionKind kind = RejectionKind.Substance) => Do(() => Appeal.RejectResult(kind, kind == RejectionKind.Wording ? "句子" : null, Words(), Of(post), Rules, above: Above));

    public Problem? FollowUp(HeldPost post, int? result = null, CallOutcome outcome = CallOutcome.Reached) =>
        Do(() => Report.FollowUp(Appeal, new(outcome, result, result, result), Of(post), Rules, Others, Above));

    /// <summary>Time goes on to <paramref name="until"/>; clocks wake when they are due, a missed promise begins a new round.</summary>
    public void Wait(DateTime until)
    {
        while (Reports.Concat<Aggregate>([Appeal]).Select(a => (Whose: a, Clock: a.Clocks.MinBy(c => c.WakeAt))).Where(c => c.Clock?.WakeAt <= until).OrderBy(c => c.Clock!.WakeAt).FirstOrDefault() is { Clock: { } clock, Whose: { } whose })
        {
            Now = clock.WakeAt!.Value > Now ? clock.WakeAt.Value : Now;
            whose.Wake(clock, Rules.Timetable, new(Actor.Platform, Now));
            Appeal.BreakPromise(new(Actor.Platform, Now), Rules, Above);
            Check();
        }

        Now = until;
    }

    /// <summary>Does something, and checks what must hold after everything.</summary>
    public Problem? Do(Func<Problem?> act)
    {
        var before = Snapshot.Of(Appeal) + Snapshot.Of(Report);
        var problem = act();
        if (problem is not null)
        {
            Assert.Equal(before, Snapshot.Of(Appeal) + Snapshot.Of(Report));
        }

        Assert.DoesNotContain(Reporter, before.Contains);

        Check();
        return problem;
    }

    private void Check()
    {
        SameAgain(Appeal, Appeal.Empty(Appeal.Id));
        foreach (var report in Reports)
        {
            SameAgain(report, Report.Empty(report.Id));
        }

        Always.Holds(Appeal, Reports, Now, City.Unit(Rules.Profile.FollowUp.Level));
    }

    private void SameAgain(Aggregate one, Aggregate empty)
    {
        empty.Rebuild(one.Taken.Select((s, i) => Stored(one.Subject, i + 1, s)));
        Assert.Equal(Snapshot.Of(one), Snapshot.Of(empty));
    }
}
