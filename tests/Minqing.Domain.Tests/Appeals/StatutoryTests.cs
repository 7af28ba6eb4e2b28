using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>A limit of the law beside those of the city: nothing of the city's moves it, and nobody is spared when it passes.</summary>
[Trait("Spec", "D-02")]
public sealed class StatutoryTests
{
    private static readonly Rules Lawful = CityRules.Of(CityRules.Profile with
    {
        Limits =
        [
            .. CityRules.Profile.Limits,
            new("accept", ClockKind.Statutory, new(15, Measure.NaturalDays), Intent: Intent.Complaint) { Until = StatutoryEnd.Accepted, Basis = "第二十二条" },
            new("answer", ClockKind.Statutory, new(60, Measure.NaturalDays), Intent: Intent.Complaint) { Basis = "第三十四条", More = new(30, null) },
            new("answer-water", ClockKind.Statutory, new(30, Measure.NaturalDays), Category: "A2", Intent: Intent.Complaint) { Basis = "本省规定" },
            new("handle-complaint", ClockKind.Handle, new(2, Measure.WorkingDays), Level: 1, Intent: Intent.Complaint),
            new("accept-disclosure", ClockKind.Statutory, new(10, Measure.NaturalDays), Intent: Intent.Disclosure) { Until = StatutoryEnd.Accepted, Basis = "第二十二条" },
            new("answer-disclosure", ClockKind.Statutory, new(60, Measure.NaturalDays), Intent: Intent.Disclosure) { Basis = "第三十四条" },
            new("handle-disclosure", ClockKind.Handle, new(7, Measure.WorkingDays), Level: 3, Intent: Intent.Disclosure),
        ],
        Categories = [.. CityRules.Profile.Categories, new("C2", "投诉", Intent: Intent.Complaint)],
    });

    [Fact]
    public void The_most_specific_row_of_each_end_runs_and_only_for_what_it_names()
    {
        Assert.Equal(["accept", "answer"], Names(Begin(Intent.Complaint)));
        Assert.Equal(["accept", "answer-water"], Names(Begin(Intent.Complaint, "A2")));
        Assert.Empty(Names(Begin(Intent.Help)));
        Assert.Equal(["accept", "answer"], Names(new(Lawful, Morning, intent: Intent.Complaint, screened: true)));
    }

    [Fact]
    [Trait("Spec", "H-12")]
    public void A_unit_may_object_as_long_as_the_law_lets_it_where_the_citys_own_limit_is_shorter()
    {
        var lawful = CityRules.Of(Lawful.Profile with { Limits = [.. Lawful.Profile.Limits, new("object", ClockKind.Statutory, new(5, Measure.WorkingDays), Intent: Intent.Complaint) { Until = StatutoryEnd.Objected, Basis = "第二十三条" }] });
        foreach (var (intent, day, refused) in new[] { (Intent.Complaint, "2026-03-09 09:00", false), (Intent.Complaint, "2026-03-10 09:00", true), (Intent.Help, "2026-03-04 09:00", true) })
        {
            var scene = new Scene(lawful, China.At("2026-03-02 09:00"), intent: intent, screened: true);
            scene.Done(scene.Do(() => scene.Appeal.Assign(City.Of(City.Markets), scene.Words(), [], [], scene.Of(City.TownCentre), scene.Rules)));
            Assert.DoesNotContain(scene.Appeal.Clocks, c => c.Rule.Id == "object");
            scene.WaitTo(day);
            var problem = scene.Do(() => scene.Appeal.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), City.At(2), scene.Of(City.Markets), scene.Rules));
            Assert.Equal(refused, problem is TooLateToObject);
            Assert.Equal(refused, problem is not null);
        }
    }

    [Fact]
    public void Neither_an_extension_nor_a_stop_moves_it()
    {
        var scene = Begin(Intent.Complaint);
        Assert.Null(scene.Sign(City.Secretary));
        var (handle, answer) = (scene.Running(ClockKind.Handle)!.DueAt, Answer(scene).DueAt);

        Assert.Null(scene.Do(() => scene.Appeal.AskExtension(5, scene.Words(), City.Unit(3), scene.Of(City.Secretary), Lawful)));
        Assert.Null(scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(City.CountyCentre), Lawful)));
        Assert.Null(scene.Do(() => scene.Appeal.Suspend(SuspendReason.SeasonOrWeather, new(2026, 3, 20), scene.Words(), scene.Of(City.CountyCentre), Lawful)));

        Assert.True(scene.Appeal.Suspended);
        Assert.True(scene.Running(ClockKind.Handle)!.DueAt > handle);
        Assert.Equal((answer, null), (Answer(scene).DueAt, Answer(scene).StoppedAt));
    }

    [Fact]
    public void Passed_it_is_missed_and_calls_for_those_who_supervise()
    {
        var scene = Begin(Intent.Complaint);
        scene.Sign(City.Secretary);
        scene.Do(() => scene.Appeal.Suspend(SuspendReason.SeasonOrWeather, new(2026, 3, 31), scene.Words(), scene.Of(City.CountyCentre), Lawful));
        var due = Answer(scene).DueAt;

        scene.Wait(due.AddMinutes(1));

        Assert.Equal(due, Answer(scene).MissedAt);
        Assert.True(scene.Appeal.Concerns.HasFlag(Concern.Overdue));
        Assert.Equal(City.Unit(3), Answer(scene).Unit);
    }

    [Fact]
    [Trait("Spec", "D-06")]
    public void Counting_again_asks_for_what_the_reporter_wanted_not_for_what_the_category_mostly_means() =>
        Assert.Empty(Begin(Intent.Complaint).Appeal.Moved(Lawful, Morning.AddHours(1)));

    [Fact]
    [Trait("Spec", "D-04")]
    public void The_law_lets_it_be_lengthened_once_by_thirty_days_and_the_citys_limit_stays()
    {
        var scene = Begin(Intent.Complaint);
        scene.Sign(City.Secretary);
        var (handle, due) = (scene.Running(ClockKind.Handle)!.DueAt, Answer(scene).DueAt);
        Assert.Equal(new ExtensionTooLong(30), Ask(scene, 31));
        Assert.Null(Ask(scene, 30));
        Assert.Equal(due, Answer(scene).DueAt);

        Assert.Null(scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(City.CountyCentre), Lawful)));

        Assert.Equal((due.AddDays(30), handle), (Answer(scene).DueAt, scene.Running(ClockKind.Handle)!.DueAt));
        Assert.Equal(new ExtendedAlready(1), Ask(scene, 1));
        // The city's own is still to be had.
        Assert.Null(scene.Do(() => scene.Appeal.AskExtension(5, scene.Words(), City.Unit(3), scene.Of(City.Secretary), Lawful)));
        Assert.Null(scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(City.CountyCentre), Lawful)));
        Assert.Equal(due.AddDays(30), Answer(scene).DueAt);
    }

    [Fact]
    public void Where_no_limit_of_the_law_waits_for_the_answer_there_is_nothing_to_lengthen()
    {
        var scene = Begin(Intent.Help);
        scene.Sign(City.Secretary);
        Assert.IsType<StepNotPossible>(Ask(scene, 10));
    }

    [Fact]
    public void Seen_as_no_complaint_any_more_it_is_under_no_law_and_seen_as_one_again_as_if_nothing_had_been()
    {
        var scene = Begin(Intent.Complaint, "C2");
        var before = Running(scene);
        scene.Done(scene.Reclassify(City.CountyCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal((Intent.Help, 0), (scene.Appeal.Intent, Running(scene).Count));

        scene.WaitTo("2026-03-09 10:00");
        scene.Done(scene.Reclassify(City.CountyCentre, "C2", Grade.Ordinary, Urgency.Normal));

        Assert.Equal(before, Running(scene));
        Assert.Equal(2, Names(scene).Count());
        scene.WaitTo("2026-03-18 10:00");
        Assert.NotNull(scene.Appeal.Clocks.Single(c => c.Rule.Id == "accept").MissedAt);
    }

    [Fact]
    public void Whoever_handles_it_frees_themselves_of_no_law()
    {
        var scene = new Scene(Lawful, Morning, "C2", level: 2, intent: Intent.Complaint);
        scene.Done(scene.Reclassify(City.TownCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal(["accept", "answer"], Running(scene).Select(c => c.Id));
    }

    [Theory, InlineData(Intent.Help), InlineData(Intent.Complaint)]
    [Trait("Spec", "I-31")]
    public void Found_to_tell_of_misconduct_it_is_under_the_law_for_that_from_receipt_and_the_keeper_answers(Intent intent)
    {
        var scene = Begin(intent);
        scene.WaitTo("2026-03-03 10:00");

        scene.Done(scene.Do(() => scene.Appeal.Restrict(true, scene.Words(), City.At(3), scene.Reports, scene.Of(City.CountyCentre), Lawful)));

        Assert.Equal([("accept-disclosure", "2026-03-12 23:59:59.999"), ("answer-disclosure", "2026-05-01 23:59:59.999")], Running(scene).Select(c => (c.Id, c.Due.Local())));
        Assert.All(scene.Appeal.Clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true }), c => Assert.Equal((City.Unit(3), scene.Appeal.ReceivedAt), (c.Unit!.Value, c.StartAt)));
        Assert.Equal(intent == Intent.Complaint ? 1 : 0, scene.Appeal.Clocks.Count(c => c.Changes.Any(x => x.RuleBefore?.Id == "answer")));
        Assert.Equal(("handle-disclosure", City.Unit(3)), (scene.Running(ClockKind.Handle)!.Rule.Id, scene.Running(ClockKind.Handle)!.Unit));
    }

    private static List<(string Id, DateTime Due)> Running(Scene scene) =>
        [.. scene.Appeal.Clocks.Where(c => c is { Kind: ClockKind.Statutory, Runs: true }).Select(c => (c.Rule.Id, c.DueAt))];

    private static Problem? Ask(Scene scene, int days) =>
        scene.Do(() => scene.Appeal.AskExtension(days, scene.Words(), City.Unit(3), scene.Of(City.Secretary), Lawful, lawful: true));

    private static DateTime Morning { get; } = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private static Scene Begin(Intent intent, string category = "C4") => new(Lawful, Morning, category, intent: intent);

    private static Clock Answer(Scene scene) => scene.Appeal.Clocks.Single(c => c is { Kind: ClockKind.Statutory, Rule.Id: "answer" });

    private static IEnumerable<string> Names(Scene scene) => scene.Appeal.Clocks.Where(c => c.Kind == ClockKind.Statutory).Select(c => c.Rule.Id);
}
