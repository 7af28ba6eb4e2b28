using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;

namespace Minqing.App.Tests.Appeals;

/// <summary>Somebody does something, at random; what the flow offers now is likelier than what it does not.</summary>
internal sealed class Walk(Random random, Scene scene)
{
    private static readonly Step[] OfThePlatform = [Step.Receive, Step.ClockWarned, Step.ClockMissed];

    private static readonly HeldPost?[] Everybody = [null, .. City.Posts];

    private readonly WalkCourse course = new(random, scene);

    public Scene Scene => scene;

    public Problem? Go()
    {
        if (random.Next(4) == 0)
        {
            scene.Wait(scene.Now + TimeSpan.FromMinutes(random.Next(random.Next(5) == 0 ? 60 * 24 * 12 : 60 * 9)));
            return null;
        }

        List<(HeldPost? Post, Step Step)> open = random.Next(8) > 0 ? [.. Everybody.SelectMany(p => Offered(p).Select(s => (p, s)))] : [];
        var (post, step) = open.Count > 0 ? Any(open) : (Any(Everybody), Any(Enum.GetValues<Step>().Except(OfThePlatform).Where(s => s != Step.Withdraw).ToList()));
        return post is null ? OfReporter(step) : Of(post, step);
    }

    // What moves it weighs more than words about it; few withdraw.
    private IEnumerable<Step> Offered(HeldPost? post) =>
        scene.Rules.Workflow.Open(scene.Stage, scene.Of(post), scene.Appeal.StandingWith(scene.Report)).SelectMany(s => Enumerable.Repeat(s, s switch
        {
            Step.Withdraw => random.Next(10) == 0 ? 1 : 0,
            Step.Note or Step.Message or Step.Reclassify or Step.Take or Step.Supplement or Step.Urge => random.Next(4) == 0 ? 1 : 0,
            // Those of an area are offered to many at once.
            Step.RateHandling or Step.UrgeUnit or Step.Decline or Step.Refer or Step.AddCo or Step.Suspend or Step.ConfirmInvalid or Step.Merge or Step.NameTarget
                or Step.Restrict or Step.Split or Step.JoinEvent or Step.ProposeInvalid or Step.KeepValid or Step.Visit or Step.RecordAnswer => random.Next(9) == 0 ? 1 : 0,
            Step.AskExtension or Step.Transfer or Step.Whistle => random.Next(3) == 0 ? 1 : 0,
            Step.Unmerge or Step.ReportAsCo or Step.Resume or Step.GrantExtension => 4,
            Step.Sign or Step.ReportIn or Step.RecordCall or Step.Finish or Step.PassCheck or Step.FollowUp => 6,
            Step.RaiseObjection or Step.ActFirst => 3,
            Step.ProvePromise or Step.Rate or Step.AskReopen => 4,
            Step.Decide => 8,
            _ => 2,
        }));

    private Problem? OfReporter(Step step) => step switch
    {
        Step.Supplement => scene.Supplement(random.Next(3) == 0),
        Step.Withdraw => scene.Withdraw(),
        Step.Rate => scene.Rate(random.Next(0, 7)),
        Step.AskReopen => scene.AskReopen(random.Next(2) == 0),
        Step.TellPressure => scene.TellPressure(),
        _ => scene.Urge(),
    };

    private Problem? Of(HeldPost post, Step step) => step switch
    {
        Step.Take => scene.Take(post),
        Step.RecordCall => scene.Call(post, Any(Enum.GetValues<CallOutcome>())),
        Step.Message => scene.Message(post),
        Step.Note => scene.Note(post),
        Step.Sign => scene.Sign(post),
        Step.Raise => scene.Raise(post, random.Next(4) == 0 ? random.Next(1, scene.Top + 1) : null),
        Step.AcceptRaised => random.Next(4) == 0 ? scene.Accept(post) : scene.SendBack(post),
        Step.SendBack => scene.SendBack(post),
        Step.Decide => scene.Decide(post, random.Next(1, scene.Top + 1)),
        Step.Finish => Finish(post),
        Step.ProvePromise => scene.Prove(post),
        Step.PassCheck => scene.Pass(post, random.Next(4) == 0 ? Any(Enum.GetValues<Outcome>()) : null),
        Step.RejectResult => scene.Reject(post, Any(Enum.GetValues<RejectionKind>())),
        Step.FollowUp => scene.FollowUp(post, random.Next(3) == 0 ? null : random.Next(1, 6), random.Next(3) > 0 ? CallOutcome.Reached : Any(Enum.GetValues<CallOutcome>())),
        Step.Reclassify => scene.Reclassify(post, Any(scene.Rules.Profile.Categories).Code, Any(Enum.GetValues<Grade>()), Any(Enum.GetValues<Urgency>())),
        _ => course.Of(post, step),
    };

    private Problem? Finish(HeldPost post)
    {
        var outcome = Any(Enum.GetValues<Outcome>());
        var promised = outcome == Outcome.Promised ? LocalTime.DayOf(scene.Now).AddDays(random.Next(0, 40)).ToString("yyyy-MM-dd", null) : null;
        return scene.Finish(post, outcome, random.Next(3), promised, random.Next(3) == 0 ? Any(scene.Rules.Profile.Categories).Code : null, random.Next(3) == 0 ? Any(Enum.GetValues<Grade>()) : null);
    }

    private T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
