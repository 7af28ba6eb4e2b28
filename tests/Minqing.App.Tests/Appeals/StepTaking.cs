using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;

namespace Minqing.App.Tests.Appeals;

/// <summary>Takes any step of people as somebody would who does it rightly: with words, a unit that may have it, a day that is allowed.</summary>
internal static class StepTaking
{
    public static Problem? Take(this Scene scene, Step step, Hand hand)
    {
        var (a, r, rules) = (scene.Appeal, scene.Report, scene.Rules);
        return step switch
        {
            Step.Supplement => r.Supplement(a, scene.Words(), [], hand, rules),
            Step.Urge => r.Urge(a, hand, rules),
            Step.Withdraw => r.Withdraw(a, null, scene.Others, hand, rules),
            Step.Rate => r.Rate(a, new(CallOutcome.Reached, 2, 2, 2), hand, rules, scene.Others, scene.Above),
            Step.AskReopen => r.AskReopen(a, scene.Words(), hand, rules, scene.Above),
            Step.TellPressure => r.TellPressure(a, scene.Words(), hand, rules),
            Step.Take => r.TakeFirstContact(a, hand, rules),
            Step.RecordCall => r.RecordCall(a, CallOutcome.Reached, scene.Words(), hand, rules),
            Step.Message => r.Message(a, scene.Words(), hand, rules),
            Step.FollowUp => r.FollowUp(a, new(CallOutcome.Reached, 2, 2, 2), hand, rules, scene.Others, scene.Above),
            Step.Note => a.Note(scene.Words(), r, hand, rules),
            Step.Sign => a.Sign(hand, rules),
            Step.Raise => a.Raise(City.At(Math.Min(a.Level + 1, scene.Top)), [], scene.Words(), scene.Words(), scene.Reports, hand, rules),
            Step.AcceptRaised => a.AcceptRaised(hand, rules),
            Step.SendBack => a.SendBack(scene.Words(), hand, rules),
            Step.Decide => a.Decide(Department(scene, City.Streets), scene.Words(), hand, rules),
            Step.Finish => scene.Finish(Outcome.Solved, null, hand),
            Step.ProvePromise => a.ProvePromise(scene.Words(), [new(new(City.Id(600)), "bb")], City.Unit(scene.Top), hand, rules),
            Step.PassCheck => a.PassCheck(a.Claimed ?? Outcome.Solved, hand, rules),
            Step.RejectResult => a.RejectResult(RejectionKind.Substance, null, scene.Words(), hand, rules, above: scene.Above),
            Step.Reclassify => a.Reclassify(a.Category, Grade.Larger, Urgency.Urgent, scene.Words(), scene.Reports, hand, rules),
            _ => OfCourse(scene, step, hand),
        };
    }

    public static Problem? Finish(this Scene scene, Outcome outcome, DateOnly? promised, Hand hand) => scene.Appeal.Finish(
        new(scene.Words(), scene.Words(), outcome, promised, scene.Appeal.Grade, scene.Appeal.Category, [new(new(City.Id(501)), "aa"), new(new(City.Id(502)), "ab")], null),
        City.Unit(scene.Top == scene.Appeal.Level ? scene.Top : scene.Appeal.Level + 1), scene.Reports, hand, scene.Rules);

    private static Problem? OfCourse(Scene scene, Step step, Hand hand)
    {
        var (a, rules, today) = (scene.Appeal, scene.Rules, LocalTime.DayOf(scene.Now));
        var (markets, streets) = (Department(scene, City.Markets), Department(scene, City.Streets));
        return step switch
        {
            Step.Assign => a.Assign(City.At(1), scene.Words(), [], [], hand, rules),
            Step.PassOn => a.PassOn(City.At(2), scene.Words(), hand, rules),
            Step.Triage => a.Judge(new(3, 3, 3, 3), scene.Words(), hand, rules),
            Step.Decline => a.Decline(SpecialRoute.OutsideDuties, scene.Words(), scene.Reports, hand, rules),
            Step.AgreePurge => a.AgreePurge(hand, rules).Problem,
            Step.RefusePurge => a.RefusePurge(scene.Words(), hand, rules),
            Step.ProposeInvalid => a.ProposeInvalid(InvalidReason.Prank, scene.Words(), scene.Reports, hand, rules),
            Step.ConfirmInvalid => a.ConfirmInvalid(scene.Reports, hand, rules),
            Step.KeepValid => a.KeepValid(scene.Words(), hand, rules),
            Step.Restrict => a.Restrict(true, scene.Words(), null, scene.Reports, hand, rules),
            Step.NameTarget => a.NameTarget(streets.Unit, null, [], scene.Instead(streets.Unit), hand, rules, scene.Reports, [], City.Unit(scene.Top)),
            Step.Transfer => a.Transfer(markets, scene.Words(), hand, rules),
            Step.RaiseObjection => a.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), City.At(scene.Top), hand, rules),
            Step.ActFirst => a.ActFirst(new(streets, scene.Words(), null), hand, rules),
            Step.AddCo => a.AddCo([new(streets, scene.Words(), null)], hand, rules),
            Step.Whistle => a.Whistle([new(streets, scene.Words(), null)], hand, rules),
            Step.ReleaseCo => a.ReleaseCo(Beside(scene), scene.Words(), hand, rules),
            Step.UrgeCo => a.UrgeCo(Beside(scene), null, hand, rules),
            Step.ReportAsCo => a.ReportAsCo(scene.Words(), [], hand, rules),
            Step.ReportIn => a.ReportIn(scene.Words(), [], hand, rules),
            Step.Visit => a.Visit(scene.Now, scene.Words(), scene.Words(), [], [], hand, rules),
            Step.Refer => a.Refer(WayOut.PlatformAbove, "区平台", streets, scene.Words(), scene.Reports, hand, rules),
            Step.RecordAnswer => a.RecordAnswer(Beside(scene), scene.Words(), hand, rules),
            Step.AskExtension => a.AskExtension(1, scene.Words(), City.Unit(scene.Top), hand, rules),
            Step.GrantExtension => a.GrantExtension(null, hand, rules),
            Step.RefuseExtension => a.RefuseExtension(scene.Words(), hand, rules),
            Step.Suspend => a.Suspend(SuspendReason.SeasonOrWeather, today.AddDays(5), scene.Words(), hand, rules),
            Step.Resume => a.Resume(null, hand, rules),
            Step.Merge => a.MergeInto(Another(scene), scene.Reports, hand, rules),
            Step.Unmerge => a.Unmerge([], scene.Reports, hand, rules, scene.Instead(null), City.Unit(scene.Top)),
            Step.Split => scene.Part(9002, City.At(1), hand).Problem,
            Step.JoinEvent => a.JoinEvent(Storm(scene), scene.Reports, hand, rules),
            Step.SampleReopen => a.SampleReopen(scene.Words(), scene.Above, hand, rules),
            Step.UrgeUnit => a.UrgeUnit(scene.Words(), hand, rules),
            Step.RateHandling => a.RateHandling(2, null, hand, rules),
            _ => throw new NotSupportedException($"Say here how {step} is taken."),
        };
    }

    private static LevelUnit Department(Scene scene, HeldPost post) => new(Math.Min(3, scene.Top), post.Unit);

    // The newest order beside the lead's, or outside.
    private static int Beside(Scene scene) => scene.Appeal.Orders.LastOrDefault(o => o.Open && (o.Beside || o.Role == OrderRole.External))?.No ?? 0;

    private static Appeal Another(Scene scene)
    {
        var a = scene.Appeal;
        var accepted = new AppealAccepted(new(City.Id(9003)), a.Place, a.LocalDay, scene.Words().Id, a.Category, a.Intent, a.Urgency, a.Desk, scene.Rules.Profile.Id, scene.Rules.Profile.Version);
        return Appeal.Accept(new(City.Id(9000)), accepted, City.At(1), scene.Rules, new(Actor.Reporter, scene.Now));
    }

    private static MassEvent Storm(Scene scene)
    {
        var since = scene.Appeal.ReceivedAt.AddHours(-1);
        return MassEvent.Open(new(City.Id(9004)), new("大风", City.County, "62/04/02/", scene.Appeal.Category, since, City.Unit(3)), new(Actor.Platform, since)).Value;
    }
}
