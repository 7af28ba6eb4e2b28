using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Appeals;

namespace Minqing.App.Tests.Appeals;

/// <summary>An appeal in every stage that a city has, and in every turn of it on which a step waits, brought there by people who may do all.</summary>
internal sealed class StagedScenes(Rules rules)
{
    private static readonly Step[] OfReporter = [Step.Supplement, Step.Urge, Step.Withdraw, Step.Rate, Step.AskReopen, Step.TellPressure];

    // Whatever a role must be to an appeal, one of its posts is it: only the role and the stage can be in the way.
    private static readonly UnitId[] Units = [.. Enumerable.Range(1, 4).Select(City.Unit), City.Markets.Unit, City.Streets.Unit, City.Office.Unit, City.Chief.Unit];

    private int people = 5000;

    private Profile Profile => rules.Profile;

    private IEnumerable<Turn[]> Ways
    {
        get
        {
            Turn[] first = Profile.Screening is null ? [] : [Step.Assign];
            Turn[] working = [.. first, Step.RecordCall, Step.Sign];
            Turn[] closed = [.. working, Step.Finish, Step.PassCheck];
            Turn[] promised = [.. working, new(Step.Finish, Promise), Step.PassCheck];
            return
            [
                [], [Step.PassOn], first, [.. first, Step.RecordCall], working,
                [.. working, Step.Raise], [.. working, Step.Raise, Step.SendBack, Step.Raise, Step.SendBack, Step.Raise],
                [.. first, Step.Transfer], [.. first, Step.Transfer, Step.RaiseObjection], [.. working, Step.AddCo], [.. working, Step.AddCo, new(Step.Note, Late)], [.. working, Step.Whistle],
                [.. working, Step.Refer], [.. working, new(Step.Reclassify, Difficult), Step.AskExtension], [.. working, Step.Suspend], [.. working, Step.ProposeInvalid],
                [Step.ProposeInvalid], [Step.PassOn, Step.ProposeInvalid], [Step.Suspend], [Step.PassOn, Step.Suspend],
                [.. working, Step.Finish], closed, [.. closed, Step.FollowUp], promised, [.. promised, Step.FollowUp],
                [.. working, Step.Decline], [.. working, new(Step.Decline, Secret)], [.. working, Step.ProposeInvalid, Step.ConfirmInvalid], [Step.Withdraw], [.. working, Step.Merge], [.. working, new(Step.Refer, Petition)],
            ];
        }
    }

    /// <summary>Each begins its scene anew.</summary>
    public IEnumerable<Func<Scene>> All => Ways.Where(w => w.All(t => Profile.Flow.Any(f => f.Step == t.Step)) && Fits(w)).Select(w => (Func<Scene>)(() => Begin(w)));

    /// <summary>Somebody new with a post of the role in each unit; the reporter without one. Who checks is not of the unit that did it.</summary>
    public Hand Of(Role? role, Scene scene, Step step) => role is { } known ? Somebody(scene, step, [known]) : Hand.OfReporter(scene.Now);

    private Hand Somebody(Scene scene, Step step, IEnumerable<Role> roles) =>
        new(new(City.Id(++people)), "web", [.. roles.SelectMany(Posts).Where(p => step is not (Step.PassCheck or Step.RejectResult) || p.Unit != scene.Appeal.Lead)], scene.Now);

    private static IReadOnlyList<HeldPost> Posts(Role role) =>
        [.. Units.Select((u, i) => new HeldPost(new(City.Id(7000 + (int)role * 10 + i)), role, u, City.Village, City.Path, [], [new(1, City.Village), new(2, City.Township), new(3, City.Township)]))];

    // Before the dispatch some steps are not of the flow.
    private bool Fits(Turn[] way) => (way.Length == 0 || From(way[0], Profile.Screening is null ? Stage.Handling : Stage.Screening)) && (way is not [{ Step: Step.PassOn }, var next, ..] || From(next, Stage.Dispatching));

    private bool From(Turn turn, Stage stage) => Profile.Flow.Single(f => f.Step == turn.Step).In.Contains(stage);

    private Scene Begin(Turn[] way)
    {
        var category = Profile.Categories.Any(c => c.Code == "C4") ? "C4" : "A2";
        var screened = Profile.Screening is not null;
        var scene = new Scene(rules, new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc), category, screened: screened, intent: Profile.CategoryOf(category).Intent, takenDown: Posts(Role.HotlineOperator)[0].Id);
        foreach (var turn in way)
        {
            var hand = OfReporter.Contains(turn.Step) ? Hand.OfReporter(scene.Now) : Somebody(scene, turn.Step, Enum.GetValues<Role>());
            var problem = turn.How is { } how ? how(scene, hand) : scene.Take(turn.Step, hand);
            Assert.True(problem is null, $"{Profile.Id}: {string.Join(" ", way.Select(t => t.Step))}: {turn.Step} {problem}");
        }

        return scene;
    }

    private static Problem? Promise(Scene scene, Hand hand) => scene.Finish(Outcome.Promised, LocalTime.DayOf(scene.Now).AddDays(20), hand);

    // A city may give no more time to what is smaller.
    private static Problem? Difficult(Scene scene, Hand hand) =>
        scene.Appeal.Reclassify(scene.Appeal.Category, Grade.Difficult, scene.Appeal.Urgency, scene.Words(), scene.Reports, hand, scene.Rules);

    private static Problem? Petition(Scene scene, Hand hand) => scene.Appeal.Refer(WayOut.Petition, "信访局", null, scene.Words(), scene.Reports, hand, scene.Rules);

    private static Problem? Secret(Scene scene, Hand hand) => scene.Appeal.Decline(SpecialRoute.SecretOrPrivacy, scene.Words(), scene.Reports, hand, scene.Rules, (SecretKind.State, scene.Words()));

    // Whoever works beside the lead lets the limit pass.
    private static Problem? Late(Scene scene, Hand hand)
    {
        scene.Wait(scene.Now.AddDays(30));
        return null;
    }

    private readonly record struct Turn(Step Step, Func<Scene, Hand, Problem?>? How = null)
    {
        public static implicit operator Turn(Step step) => new(step);
    }
}
