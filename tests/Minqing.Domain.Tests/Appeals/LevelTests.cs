using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-11")]
public sealed class LevelTests
{
    [Fact, Trait("Spec", "H-19")]
    public void A_unit_signs_once_and_works_only_then()
    {
        var scene = Reported();
        scene.Done(scene.Call(Secretary));
        Assert.Equal(new NotSignedYet(), scene.Finish(Secretary));
        Assert.Equal(TurnKind.Sign, Assert.Single(scene.Appeal.Turns).Kind);
        scene.Done(scene.Sign(Secretary));
        Assert.Equal((OrderState.Signed, PersonOf(Secretary)), (scene.Lead.State, scene.Lead.SignedBy));
        Assert.Equal(TurnKind.Handle, Assert.Single(scene.Appeal.Turns).Kind);
        Assert.Equal(new SignedAlready(), scene.Sign(Police));
    }

    [Fact, Trait("Spec", "H-19")]
    public void Only_the_lead_unit_signs() => Assert.Equal(new StepNotYours(Step.Sign), Reported().Sign(TownCentre));

    [Fact]
    public void Up_needs_proof_of_first_contact() => Assert.Equal(new ReporterNotContacted(0, 3, 2), Reported().Raise(Secretary));

    [Fact]
    public void While_it_waits_above_the_lead_below_stays_lead()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary));
        Assert.Equal((Unit(1), 1, OrderState.Raised), (scene.Appeal.Lead, scene.Appeal.Level, scene.Lead.State));
        Assert.Equal([(TurnKind.Handle, TurnKey.Of(Unit(1))), (TurnKind.AcceptRaised, TurnKey.Of(Unit(2)))], scene.Appeal.Turns.Select(t => (t.Kind, t.Key)));
        Assert.Equal(new RaisedAlready(), scene.Raise(Secretary));
        Assert.Equal(new RaisedAlready(), scene.Finish(Secretary));
        Assert.Equal(new StepNotYours(Step.AcceptRaised), scene.Accept(CountyCentre));
    }

    [Fact, Trait("Spec", "H-10")]
    public void Who_accepts_is_the_lead_under_its_own_limit_and_the_grade_rises()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary), scene.Accept(TownCentre));
        Assert.Equal((Unit(2), 2, Grade.Larger), (scene.Appeal.Lead, scene.Appeal.Level, scene.Appeal.Grade));
        Assert.Equal("2026-03-09 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
        Assert.Equal((OrderState.Raised, false), (scene.Appeal.Orders[0].State, scene.Appeal.Orders[0].Open)); // sent up, not done
        scene.Done(scene.Raise(TownCentre), scene.Accept(CountyCentre), scene.Raise(CountyCentre), scene.Accept(CityCentre));
        Assert.Equal((4, Grade.CrossRegion), (scene.Appeal.Level, scene.Appeal.Grade));
        Assert.Equal(new StepNotYours(Step.Raise), scene.Raise(CityCentre));
    }

    [Fact]
    public void Sent_back_the_lead_below_works_on_and_its_clock_never_stopped()
    {
        var scene = Working();
        var due = scene.Running(ClockKind.Handle)!.DueAt;
        scene.Done(scene.Raise(Secretary));
        scene.WaitTo("2026-03-03 09:00");
        scene.Done(scene.SendBack(TownCentre));
        Assert.Equal((Unit(1), OrderState.Working, due), (scene.Appeal.Lead, scene.Lead.State, scene.Running(ClockKind.Handle)!.DueAt));
        Assert.Equal(1, scene.Appeal.SendBacks);
    }

    [Fact]
    public void Ping_pong_beyond_twice_goes_above_both_and_that_centre_decides()
    {
        var scene = SentBack(2);
        Assert.Equal(2, scene.Appeal.RaisedAbove(CityRules.Profile));
        scene.Done(scene.Raise(Secretary));
        Assert.Equal((Unit(3), TurnKind.Decide), (scene.Appeal.Orders[^1].Unit, scene.Appeal.Turns[^1].Kind));
        Assert.Equal(new RuledAlready(), scene.SendBack(CountyCentre));
        Assert.Equal(new StepNotYours(Step.Decide), scene.Decide(TownCentre, 1));
        Assert.Null(scene.Decide(CountyCentre, 2));
        Assert.Equal((Unit(2), 2, Grade.Larger, true), (scene.Appeal.Lead, scene.Appeal.Level, scene.Appeal.Grade, scene.Lead.Ruled));
    }

    [Fact]
    public void What_was_ruled_can_be_sent_neither_up_nor_back()
    {
        var scene = SentBack(2);
        scene.Done(scene.Raise(Secretary), scene.Decide(CountyCentre, 2), scene.Sign(TownCentre));
        Assert.Equal(new RuledAlready(), scene.Raise(TownCentre));
        Assert.Equal(new StepNotYours(Step.SendBack), scene.SendBack(TownCentre));
        Assert.Null(scene.Finish(TownCentre));
    }

    [Fact]
    public void Told_to_do_it_all_the_same_the_unit_below_gains_no_time()
    {
        var scene = SentBack(2);
        var due = scene.Running(ClockKind.Handle)!.DueAt;
        scene.WaitTo("2026-03-04 09:00");
        scene.Done(scene.Raise(Secretary), scene.Decide(CountyCentre, 1));
        Assert.Equal((Unit(1), due), (scene.Appeal.Lead, scene.Running(ClockKind.Handle)!.DueAt));
        Assert.Equal(OrderState.Issued, scene.Lead.State);
    }

    [Fact]
    public void The_centre_may_rule_that_it_does_it_itself()
    {
        var scene = SentBack(2);
        scene.Done(scene.Raise(Secretary), scene.Decide(CountyCentre, 3));
        Assert.Equal((Unit(3), Grade.Difficult), (scene.Appeal.Lead, scene.Appeal.Grade));
    }

    [Fact]
    public void Nobody_rules_where_nothing_went_back_and_forth()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary));
        Assert.Equal(new StepNotPossible(Step.Decide, Stage.Handling), scene.Decide(TownCentre, 1));
    }

    [Fact]
    public void A_quarrel_counts_for_its_own_order_only()
    {
        var scene = SentBack(2);
        scene.Done(scene.Finish(Secretary), scene.Pass(TownCentre), scene.FollowUp(Desk, 5), scene.Sign(Secretary), scene.Raise(Secretary));
        Assert.Null(scene.SendBack(TownCentre));
    }

    [Fact]
    public void The_levels_it_goes_past_are_told_and_no_target_is()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(2), null, [], At(2), scene.Of(CountyCentre), scene.Rules)));
        scene.Done(scene.Raise(Secretary, level: 4));
        Assert.Equal([new LevelSkipped(3, Unit(3))], scene.Appeal.Taken[^1].Facts.OfType<LevelSkipped>());
    }

    [Fact]
    public void It_does_not_go_up_to_the_same_level() => Assert.Equal(new NoLevelAbove(), Working().Raise(Secretary, level: 1));

    [Fact]
    public void No_step_addresses_whom_it_is_about()
    {
        var scene = SentBack(2);
        scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(2), null, [], At(2), scene.Of(CountyCentre), scene.Rules)));
        Assert.Equal(new UnitIsTarget(), scene.Raise(Secretary, level: 2));
        scene.Done(scene.Raise(Secretary));
        Assert.Equal(new UnitIsTarget(), scene.Decide(CountyCentre, 2));
    }

    [Fact]
    public void At_receipt_it_is_ordinary_whoever_has_it_first()
    {
        var scene = Reported(level: 2);
        Assert.Equal((Grade.Ordinary, Unit(2), 2), (scene.Appeal.Grade, scene.Appeal.Lead, scene.Appeal.Level));
    }
}
