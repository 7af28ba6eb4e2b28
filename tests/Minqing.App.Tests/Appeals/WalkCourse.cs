using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;

namespace Minqing.App.Tests.Appeals;

/// <summary>The steps of dispatching, coordinating, time and joining, with whatever comes to mind.</summary>
internal sealed class WalkCourse(Random random, Scene scene)
{
    private readonly LevelUnit[] units =
        [.. Enumerable.Range(1, Math.Min(3, scene.Top)).Select(City.At), new(Math.Min(3, scene.Top), City.Markets.Unit), new(Math.Min(3, scene.Top), City.Streets.Unit)];

    private Appeal Appeal => scene.Appeal;

    public Problem? Of(HeldPost post, Step step)
    {
        var hand = scene.Of(post);
        var other = step == Step.Merge ? Parted(hand) : Appeal;
        return scene.Do(() => step switch
        {
            Step.Assign => Appeal.Assign(Unit(), scene.Words(), Tasks(), Profile.Screening?.Second is null ? [] : [City.TownCentre.Unit, City.Deputies.Unit], hand, scene.Rules),
            Step.PassOn => Appeal.PassOn(City.At(2), scene.Words(), hand, scene.Rules),
            Step.Triage => Appeal.Judge(Scales(), scene.Words(), hand, scene.Rules),
            Step.RaiseObjection => Appeal.RaiseObjection(Any<ReturnReason>(), scene.Words(), City.At(Math.Min(Appeal.Level + 1, scene.Top)), hand, scene.Rules),
            Step.ReportAsCo => Appeal.ReportAsCo(scene.Words(), [], hand, scene.Rules),
            Step.ReportIn => Appeal.ReportIn(scene.Words(), [], hand, scene.Rules),
            Step.UrgeCo => Appeal.UrgeCo(Order(), null, hand, scene.Rules),
            Step.Whistle => Appeal.Whistle(Tasks(), hand, scene.Rules),
            Step.Visit => Appeal.Visit(scene.Now.AddMinutes(random.Next(-90, 30)), scene.Words(), scene.Words(), [], [], hand, scene.Rules),
            Step.AskExtension => Appeal.AskExtension(random.Next(0, 13), scene.Words(), City.Unit(Math.Max(Profile.Extension.DecidedAt, Math.Min(Appeal.Level + 1, scene.Top))), hand, scene.Rules),
            Step.GrantExtension => Appeal.GrantExtension(null, hand, scene.Rules),
            Step.RefuseExtension => Appeal.RefuseExtension(scene.Words(), hand, scene.Rules),
            Step.ProposeInvalid => Appeal.ProposeInvalid(Any<InvalidReason>(), scene.Words(), scene.Reports, hand, scene.Rules),
            Step.ConfirmInvalid => Appeal.ConfirmInvalid(scene.Reports, hand, scene.Rules),
            Step.KeepValid => Appeal.KeepValid(scene.Words(), hand, scene.Rules),
            Step.Decline => Appeal.Decline(Any<SpecialRoute>(), scene.Words(), scene.Reports, hand, scene.Rules, random.Next(2) == 0 ? (Any<SecretKind>(), scene.Words()) : null),
            Step.AgreePurge => Purge(hand),
            Step.RefusePurge => Appeal.RefusePurge(scene.Words(), hand, scene.Rules),
            Step.Transfer => Appeal.Transfer(Unit(), scene.Words(), hand, scene.Rules),
            Step.ActFirst => Appeal.ActFirst(new(Unit(), scene.Words(), null), hand, scene.Rules),
            Step.AddCo => Appeal.AddCo(Tasks(), hand, scene.Rules),
            Step.ReleaseCo => Appeal.ReleaseCo(Order(), scene.Words(), hand, scene.Rules),
            Step.Refer => Appeal.Refer(Any<WayOut>(), "外面", Unit(), scene.Words(), scene.Reports, hand, scene.Rules),
            Step.RecordAnswer => Appeal.RecordAnswer(Order(), scene.Words(), hand, scene.Rules),
            Step.Suspend => Appeal.Suspend(Any<SuspendReason>(), LocalTime.DayOf(scene.Now).AddDays(random.Next(0, 40)), scene.Words(), hand, scene.Rules),
            Step.Resume => Appeal.Resume(null, hand, scene.Rules),
            Step.Restrict => Appeal.Restrict(random.Next(2) == 0, scene.Words(), random.Next(3) == 0 ? City.At(Profile.FollowUp.Level) : null, scene.Reports, hand, scene.Rules),
            Step.NameTarget => Unit().Unit is var named ? Appeal.NameTarget(named, null, [], scene.Instead(named), hand, scene.Rules, scene.Reports, [.. City.Ladder.Where(_ => random.Next(3) == 0)], City.Unit(named == City.Unit(scene.Top) ? 1 : scene.Top)) : null,
            Step.Merge => Appeal.MergeInto(other, scene.Reports, hand, scene.Rules),
            Step.Unmerge => Appeal.Unmerge([], scene.Reports, hand, scene.Rules, scene.Instead(null), City.Unit(scene.Top)),
            Step.Split => scene.Part(9002, Unit(), hand).Problem,
            Step.JoinEvent => Appeal.JoinEvent(random.Next(2) == 0 ? Storm() : null, scene.Reports, hand, scene.Rules),
            Step.SampleReopen => Appeal.SampleReopen(scene.Words(), scene.Above, hand, scene.Rules),
            Step.UrgeUnit => Appeal.UrgeUnit(scene.Words(), hand, scene.Rules),
            Step.RateHandling => Appeal.RateHandling(random.Next(0, 7), null, hand, scene.Rules),
            _ => Appeal.Note(scene.Words(), scene.Report, hand, scene.Rules),
        });
    }

    private Problem? Purge(Hand hand)
    {
        var agreed = Appeal.AgreePurge(hand, scene.Rules);
        if (agreed.Ok)
        {
            Appeal.Purge(agreed.Value.Kind, [], [], [], "某地", agreed.Value.By);
        }

        return agreed.Problem;
    }

    private Profile Profile => scene.Rules.Profile;

    // Something to merge into: a part of its own, or else itself.
    private Appeal Parted(Hand hand)
    {
        var other = Appeal;
        scene.Do(() =>
        {
            var parted = scene.Part(9000, City.At(scene.Top), hand);
            other = parted.Ok ? parted.Value : Appeal;
            return parted.Problem;
        });
        return other;
    }

    // Now and then of another kind, or begun too late for it.
    private MassEvent Storm()
    {
        var since = random.Next(8) == 0 ? scene.Now : Appeal.ReceivedAt.AddHours(-1);
        return MassEvent.Open(new(City.Id(9004)), new("大风", City.County, "62/04/02/", random.Next(8) == 0 ? "B1" : Appeal.Category, since, City.Unit(3)), new(Actor.Platform, since)).Value;
    }

    private LevelUnit Unit() => units[random.Next(units.Length)];

    private Scales Scales() => new(Scale(), Scale(), Scale(), Scale());

    // Now and then one that is none.
    private int Scale() => random.Next(40) == 0 ? 6 : random.Next(1, 6);

    private int Order() => Appeal.Orders.LastOrDefault(o => o.Open && (o.Beside || o.Role == OrderRole.External))?.No ?? 1;

    private IReadOnlyList<CoTask> Tasks() =>
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => new CoTask(Unit(), scene.Words(), random.Next(2) == 0 ? null : LocalTime.DayOf(scene.Now).AddDays(random.Next(-1, 9))))];

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;
}
