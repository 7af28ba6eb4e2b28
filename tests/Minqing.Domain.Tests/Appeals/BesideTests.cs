using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

public sealed class BesideTests
{
    [Fact, Trait("Spec", "H-13")]
    public void The_lead_hands_in_when_every_unit_beside_it_has_reported()
    {
        var scene = Working();
        scene.Done(Add(scene, Markets, Streets), scene.Sign(Markets));
        Assert.Equal(new WaitsForOthers(2), scene.Finish(Secretary));
        scene.Done(Report(scene, Markets));
        Assert.Equal(new WaitsForOthers(1), scene.Finish(Secretary));
        scene.Done(Report(scene, Streets), scene.Finish(Secretary));
    }

    [Fact, Trait("Spec", "H-13")]
    public void Only_a_late_unit_is_let_go_and_its_miss_stays()
    {
        var scene = Working();
        scene.Done(Add(scene, Markets));
        Assert.IsType<NotLateYet>(Release(scene));
        scene.WaitTo("2026-03-05 09:00");
        scene.Done(Release(scene), scene.Finish(Secretary));
        Assert.NotNull(scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.CoUnit).MissedAt);
    }

    [Fact, Trait("Spec", "H-13")]
    public void A_late_unit_excuses_the_lead_only_if_it_was_urged_before_it_was_due()
    {
        var (urged, silent) = (Working(), Working());
        foreach (var scene in new[] { urged, silent })
        {
            scene.Done(Add(scene, Markets));
        }

        urged.WaitTo("2026-03-03 09:00");
        urged.Done(Urge(urged));
        foreach (var scene in new[] { urged, silent })
        {
            scene.WaitTo("2026-03-06 09:00");
        }

        silent.Done(Urge(silent));
        Assert.True(urged.Appeal.LeadExcused);
        Assert.False(silent.Appeal.LeadExcused);
    }

    [Fact, Trait("Spec", "H-13")]
    public void A_unit_beside_has_a_limit_of_its_own_and_the_day_that_was_named()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), new DateOnly(2026, 3, 20)), new(Of(Streets), scene.Words(), null)], scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(
            ["2026-03-20 23:59:59.999", "2026-03-04 23:59:59.999"],
            scene.Appeal.Clocks.Where(c => c.Kind == ClockKind.CoUnit).Select(c => Kernel.China.Local(c.DueAt)));
        scene.Done(scene.Sign(Markets));
        Assert.Contains(scene.Appeal.Turns, t => t.Key == TurnKey.Of(Markets.Unit) && t.Kind == TurnKind.Co);
    }

    [Fact, Trait("Spec", "H-13")]
    public void Nobody_is_beside_twice_nor_beside_themselves()
    {
        var scene = Working();
        scene.Done(Add(scene, Markets));
        Assert.Equal(new UnitHasItAlready(), Add(scene, Markets));
        Assert.Equal(new UnitHasItAlready(), scene.Do(() => scene.Appeal.AddCo([new(At(1), scene.Words(), null)], scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(new NoUnitNamed(), scene.Do(() => scene.Appeal.AddCo([], scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(new DayNotUsable(), scene.Do(() => scene.Appeal.AddCo([new(Of(Streets), scene.Words(), new DateOnly(2026, 3, 1))], scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(new DayNotUsable(), scene.Do(() => scene.Appeal.AddCo([new(Of(Streets), scene.Words(), new DateOnly(9999, 12, 31))], scene.Of(TownCentre), scene.Rules)));
    }

    [Fact, Trait("Spec", "H-13")]
    public void A_department_that_was_whistled_for_reports_in_within_its_limit()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.Whistle([new(Of(Markets), scene.Words(), null)], scene.Of(Secretary), scene.Rules)));
        Assert.Equal(new NoSuchOrder(), Report(scene, Markets));
        scene.Now = scene.Now.AddMinutes(60);
        scene.Done(scene.Do(() => scene.Appeal.ReportIn(scene.Words(), [], scene.Of(Markets), scene.Rules)));
        Assert.Equal((scene.Now, null), (scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.ReportIn).MetAt, scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.ReportIn).MissedAt));
    }

    [Fact, Trait("Spec", "H-15")]
    public void A_referral_waits_in_handling_until_it_answers_and_a_statutory_one_ends_it()
    {
        var scene = Working();
        Assert.Equal(new UnitHasItAlready(), scene.Do(() => scene.Appeal.Refer(WayOut.PlatformAbove, "自己", new(scene.Appeal.Level, scene.Appeal.Lead!.Value), scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.Refer(WayOut.PlatformAbove, "区平台", Of(Streets), scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Stage.Handling, new WaitsForOthers(1)), (scene.Stage, scene.Finish(Secretary)));
        var order = scene.Appeal.Orders.Single(o => o.Role == OrderRole.External).No;
        scene.Done(scene.Do(() => scene.Appeal.RecordAnswer(order, scene.Words(), scene.Of(TownCentre), scene.Rules)), scene.Finish(Secretary));

        var statutory = Reported();
        statutory.Done(statutory.Do(() => statutory.Appeal.Refer(WayOut.Petition, "信访局", null, statutory.Words(), statutory.Reports, statutory.Of(TownCentre), statutory.Rules)));
        Assert.Equal((Stage.Referred, false), (statutory.Stage, statutory.Report.Clocks.Any(c => c.Runs)));
    }

    [Theory, Trait("Spec", "H-15")]
    [InlineData(WayOut.Petition, true), InlineData(WayOut.Judicial, true)]
    [InlineData(WayOut.DeputySuggestion, false), InlineData(WayOut.VisitDay, false), InlineData(WayOut.PlatformAbove, false)]
    public void Only_a_way_of_the_law_ends_it_every_other_is_an_order_outside_under_a_limit(WayOut way, bool ends)
    {
        var scene = Working();
        Problem? Refer(LevelUnit? outside) => scene.Do(() => scene.Appeal.Refer(way, "外面", outside, scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules));
        if (!ends)
        {
            Assert.Equal(new OutsideUnitMissing(), Refer(null));
        }

        scene.Done(Refer(ends ? null : Of(Streets)));
        var order = scene.Appeal.Orders.SingleOrDefault(o => o.Role == OrderRole.External);
        Assert.Equal(ends ? (Stage.Referred, null, false) : (Stage.Handling, Streets.Unit, true), (scene.Stage, order?.Unit, scene.Running(ClockKind.External) is not null));
        scene.Done(scene.Do(() => scene.Appeal.RecordAnswer(order?.No, scene.Words("已经答复"), scene.Of(TownCentre), scene.Rules)));

        var answered = (OutsideAnswered)scene.Appeal.Taken[^1].Facts[0];
        Assert.Equal((order?.No, scene.Appeal.Taken[^1].Texts[0].Id), (answered.Order, answered.Words));
        Assert.Equal((ends ? Stage.Referred : Stage.Handling, OrderState.Done), (scene.Stage, order?.State ?? OrderState.Done));
    }

    [Fact, Trait("Spec", "H-17")]
    public void A_visit_lies_between_the_report_and_now()
    {
        var scene = Working();
        Assert.Equal(new VisitTimeNotUsable(), Visit(scene, scene.Now.AddHours(1)));
        Assert.Equal(new VisitTimeNotUsable(), Visit(scene, scene.Now.AddDays(-9)));
        scene.Done(Visit(scene, scene.Now));
        Assert.Equal(1, scene.Appeal.Visits);
    }

    [Fact, Trait("Spec", "H-19")]
    public void A_unit_beside_signs_within_a_limit_of_its_own_and_until_then_that_is_its_turn()
    {
        var scene = Working();
        scene.Done(Add(scene, Markets, Streets));
        Assert.Equal([(TurnKind.Sign, "2026-03-02 15:30:00.000"), (TurnKind.Sign, "2026-03-02 15:30:00.000")], Beside(scene));
        scene.Done(scene.Sign(Markets));
        Assert.Equal(new SignedAlready(), scene.Sign(Markets));
        Assert.Equal([(TurnKind.Co, "2026-03-04 23:59:59.999"), (TurnKind.Sign, "2026-03-02 15:30:00.000")], Beside(scene));

        scene.WaitTo("2026-03-03 10:00");

        Assert.Equal([(Markets.Unit, false), (Streets.Unit, true)], scene.Appeal.Clocks.Where(c => c.Kind == ClockKind.CoSign).Select(c => (c.Unit!.Value, c.MissedAt is not null)));
        Assert.Contains(scene.Appeal.Taken, s => s.Facts.Any(f => f is ClockWarned { AfterDue: true, Tier: 2 } w && scene.Appeal.Clocks[w.No - 1].Kind == ClockKind.CoSign));
        scene.Done(scene.Sign(Streets));
        Assert.DoesNotContain(scene.Appeal.Clocks, c => c is { Kind: ClockKind.CoSign, Runs: true });
    }

    [Fact, Trait("Spec", "H-19")]
    public void A_department_that_was_whistled_for_signs_that_it_comes_and_coming_is_signing()
    {
        var (scene, at) = (Working(), new Func<Scene, Clock>(s => s.Appeal.Clocks.Single(c => c.Kind == ClockKind.WhistleSign)));
        scene.Done(Whistle(scene));
        Assert.Equal([(TurnKind.Sign, "2026-03-02 09:30:00.000")], Beside(scene));
        scene.Done(scene.Sign(Markets));
        Assert.Equal([(TurnKind.ReportIn, "2026-03-02 11:00:00.000")], Beside(scene));

        var come = Working();
        come.Done(Whistle(come));
        come.Now = come.Now.AddMinutes(20);
        come.Done(come.Do(() => come.Appeal.ReportIn(come.Words(), [], come.Of(Markets), come.Rules)));
        Assert.Equal((come.Now, null), (at(come).MetAt, at(come).MissedAt));
    }

    [Fact, Trait("Spec", "H-19")]
    public void Who_is_let_go_without_having_signed_owes_no_signature_but_was_late_with_it()
    {
        var scene = Working();
        scene.Done(Add(scene, Markets));
        scene.WaitTo("2026-03-05 09:00");
        scene.Done(Release(scene));
        var sign = scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.CoSign);
        Assert.Equal((scene.Now, null, true), (sign.EndedAt, sign.MetAt, sign.MissedAt is not null));
    }

    private static List<(TurnKind, string)> Beside(Scene scene) =>
        [.. scene.Appeal.Turns.Where(t => t.Key == TurnKey.Of(Markets.Unit) || t.Key == TurnKey.Of(Streets.Unit)).OrderBy(t => t.Key == TurnKey.Of(Streets.Unit)).Select(t => (t.Kind, Kernel.China.Local(t.DueAt)))];

    private static Problem? Whistle(Scene scene) => scene.Do(() => scene.Appeal.Whistle([new(Of(Markets), scene.Words(), null)], scene.Of(Secretary), scene.Rules));

    private static Problem? Visit(Scene scene, DateTime on) => scene.Do(() => scene.Appeal.Visit(on, scene.Words(), scene.Words(), [], [], scene.Of(Secretary), scene.Rules));

    private static Problem? Add(Scene scene, params Minqing.Domain.People.HeldPost[] posts) =>
        scene.Do(() => scene.Appeal.AddCo([.. posts.Select(p => new CoTask(Of(p), scene.Words(), null))], scene.Of(TownCentre), scene.Rules));

    private static Problem? Report(Scene scene, Minqing.Domain.People.HeldPost post) => scene.Do(() => scene.Appeal.ReportAsCo(scene.Words(), [], scene.Of(post), scene.Rules));

    private static Problem? Release(Scene scene) => scene.Do(() => scene.Appeal.ReleaseCo(2, scene.Words(), scene.Of(TownCentre), scene.Rules));

    private static Problem? Urge(Scene scene) => scene.Do(() => scene.Appeal.UrgeCo(2, null, scene.Of(Secretary), scene.Rules));
}
