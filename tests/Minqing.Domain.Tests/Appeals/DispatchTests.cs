using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

public sealed class DispatchTests
{
    [Fact, Trait("Spec", "H-03")]
    public void What_is_screened_first_is_assigned_by_the_screener_within_its_limit()
    {
        var scene = Screened();
        Assert.Equal((Stage.Screening, TurnKind.Assign, TurnKey.Of(Unit(2))), (scene.Stage, scene.Appeal.Turns[0].Kind, scene.Appeal.Turns[0].Key));
        Assert.Equal(new StepNotYours(Step.Assign), Assign(scene, CountyCentre));
        scene.Done(Assign(scene, TownCentre));
        Assert.Equal((Stage.Handling, Markets.Unit, 3), (scene.Stage, scene.Appeal.Lead, scene.Appeal.Level));
        scene.Done(scene.Sign(Markets));
    }

    [Fact, Trait("Spec", "H-14")]
    public void In_the_second_stage_all_judge_before_it_is_assigned()
    {
        var scene = Screened();
        scene.Done(scene.Do(() => scene.Appeal.PassOn(At(3), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(new NotJudgedYet(0, 2), Assign(scene, CountyCentre, [Deputies.Unit, Office.Unit]));
        scene.Done(Judge(scene, Deputies), Judge(scene, Deputies));
        Assert.Equal(new NotJudgedYet(1, 2), Assign(scene, CountyCentre, [Deputies.Unit, Office.Unit]));
        Assert.Equal(new NotAScale("Urgent"), scene.Do(() => scene.Appeal.Judge(new(1, 6, 1, 1), scene.Words(), scene.Of(Office), scene.Rules)));
        scene.Done(Judge(scene, Office), Assign(scene, CountyCentre, [Deputies.Unit, Office.Unit]));
        Assert.Equal(Stage.Handling, scene.Stage);
    }

    [Fact, Trait("Spec", "H-03")]
    public void Where_nobody_is_in_the_unit_that_is_asked_a_centre_of_the_area_acts_and_never_the_lead_on_its_own_work()
    {
        var standing = Screened().Appeal.StandingWith(null) with { Checker = Unit(2) };
        bool Is(Relation relation, HeldPost post, params UnitId[] vacant) => standing.Is(relation, post, [], vacant);
        Assert.Equal([(Unit(2), Step.Assign), (Unit(2), Step.PassCheck)], standing.Asked);
        Assert.True(Is(Relation.Screener, CountyCentre, Unit(2)) && Is(Relation.Checker, CountyCentre, Unit(2)));
        Assert.False(Is(Relation.Screener, CountyCentre) || Is(Relation.Screener, CountyCentre, Unit(3)) || Is(Relation.Screener, NextVillage, Unit(2)));
        standing = standing with { Lead = CountyCentre.Unit };
        Assert.False(Is(Relation.Checker, CountyCentre, Unit(2)));
    }

    [Fact, Trait("Spec", "H-12")]
    public void A_unit_objects_once_within_its_time_and_nobody_returns_a_ruling()
    {
        var scene = Assigned();
        scene.Done(Object(scene, Markets));
        Assert.Equal((TurnKind.Decide, Unit(2)), (scene.Appeal.Turns[^1].Kind, scene.Appeal.Orders[^1].Unit));
        scene.Done(scene.Do(() => scene.Appeal.Decide(Of(Markets), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((false, true), (scene.Appeal.Orders[0].Upheld, scene.Lead.Ruled));
        Assert.Equal(new RuledAlready(), Object(scene, Markets));
        Assert.Equal(new RuledAlready(), scene.Do(() => scene.Appeal.Transfer(Of(Streets), scene.Words(), scene.Of(TownCentre), scene.Rules)));
    }

    [Fact, Trait("Spec", "H-12")]
    public void An_objection_comes_in_time_and_against_a_dispatch()
    {
        var late = Assigned();
        late.WaitTo("2026-03-04 09:00");
        Assert.IsType<TooLateToObject>(Object(late, Markets));
        Assert.Equal(new NotDispatched(), Object(Working(), Secretary));
    }

    [Fact, Trait("Spec", "H-12")]
    public void While_it_is_being_ruled_a_fallback_acts_first()
    {
        var scene = Assigned();
        Assert.Equal(new NothingToRule(), First(scene));
        scene.Done(Object(scene, Markets), First(scene), scene.Sign(Streets));
        scene.Done(scene.Do(() => scene.Appeal.Decide(Of(Streets), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Streets.Unit, true), (scene.Appeal.Lead, scene.Appeal.Orders[0].Upheld));
        Assert.Single(scene.Appeal.Orders, o => o.Open);
    }

    [Fact, Trait("Spec", "D-05")]
    public void Who_acted_first_while_time_stood_still_has_done_its_part_once_it_is_ruled_and_is_not_warned_afterwards()
    {
        var scene = Assigned();
        scene.Done(Object(scene, Markets), First(scene));
        scene.Done(scene.Do(() => scene.Appeal.Suspend(SuspendReason.SeasonOrWeather, new(2026, 3, 16), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.Decide(At(1), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        Assert.All(scene.Appeal.Clocks.Where(c => c.Unit == Streets.Unit), c => Assert.Equal((false, null), (c.Runs, c.WakeAt)));
    }

    [Fact, Trait("Spec", "H-12")]
    public void Transferred_it_has_one_lead_under_its_own_limit_and_each_had_it_in_hand_for_its_time()
    {
        var scene = Assigned();
        scene.Now = scene.Now.AddHours(3);
        scene.Done(scene.Do(() => scene.Appeal.Transfer(Of(Streets), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Streets.Unit, OrderState.Returned), (scene.Appeal.Lead, scene.Appeal.Orders[0].State));
        Assert.Equal([TimeSpan.FromHours(3), TimeSpan.FromHours(5)], scene.Appeal.Orders.Select(o => o.InHand(scene.Now.AddHours(5))));
        Assert.Equal(new UnitHasItAlready(), scene.Do(() => scene.Appeal.Transfer(Of(Streets), scene.Words(), scene.Of(TownCentre), scene.Rules)));
    }

    [Fact, Trait("Spec", "P-12")]
    public void Whoever_it_turns_out_to_be_about_loses_it_to_the_unit_above()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(1), null, [], At(2), scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Unit(2), Stage.Handling), (scene.Appeal.Lead, scene.Stage));
    }

    [Fact, Trait("Spec", "I-31")]
    public void Invalid_needs_two_people()
    {
        var scene = Reported();
        Assert.IsType<ReporterNotContacted>(Propose(scene, InvalidReason.Unintelligible));
        scene.Done(Propose(scene, InvalidReason.Prank));
        Assert.Equal(new SecondPersonNeeded(), Confirm(scene, TownCentre));
        scene.Done(scene.Do(() => scene.Appeal.KeepValid(scene.Words(), scene.Of(OtherOfTownCentre), scene.Rules)));
        Assert.Equal(new NothingProposed(), Confirm(scene, OtherOfTownCentre));
        scene.Done(Propose(scene, InvalidReason.Prank), Confirm(scene, OtherOfTownCentre));
        Assert.Equal((Stage.Invalid, false), (scene.Stage, scene.Report.Clocks.Concat(scene.Appeal.Clocks).Any(c => c.Runs)));
    }

    [Fact, Trait("Spec", "I-31")]
    public void A_special_route_ends_it_with_a_notice()
    {
        var scene = Screened();
        scene.Done(scene.Do(() => scene.Appeal.Decline(SpecialRoute.OutsideDuties, scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Stage.Declined, SpecialRoute.OutsideDuties), (scene.Stage, scene.Appeal.Route));
    }

    [Fact, Trait("Spec", "I-31")]
    public void What_holds_a_secret_is_seen_by_few_until_a_second_person_has_decided()
    {
        var scene = Screened();
        scene.Done(scene.Do(() => scene.Appeal.Decline(SpecialRoute.SecretOrPrivacy, scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules, (SecretKind.State, scene.Words()))));
        Assert.Equal((true, true), (scene.Appeal.Sensitive, scene.Appeal.Units.SequenceEqual([TownCentre.Unit])));
        Assert.Equal(new SecondPersonNeeded(), scene.Appeal.AgreePurge(scene.Of(TownCentre), scene.Rules).Problem);
        Assert.Equal(new SecondPersonNeeded(), scene.Do(() => scene.Appeal.RefusePurge(scene.Words(), scene.Of(TownCentre), scene.Rules)));

        Assert.Equal(SecretKind.State, scene.Appeal.AgreePurge(scene.Of(OtherOfTownCentre), scene.Rules).Value.Kind);
        scene.Done(scene.Do(() => scene.Appeal.RefusePurge(scene.Words(), scene.Of(OtherOfTownCentre), scene.Rules)));

        Assert.Equal((true, null), (scene.Appeal.Sensitive, scene.Appeal.PurgedAt));
        Assert.Equal(new NoPurgeAsked(), scene.Appeal.AgreePurge(scene.Of(OtherOfTownCentre), scene.Rules).Problem);
    }

    private static Scene Screened() => new(CityRules.Rules, Kernel.China.At("2026-03-02 09:00"), screened: true);

    private static Scene Assigned()
    {
        var scene = Screened();
        scene.Done(Assign(scene, TownCentre));
        return scene;
    }

    private static Problem? Assign(Scene scene, HeldPost post, UnitId[]? judges = null) =>
        scene.Do(() => scene.Appeal.Assign(Of(Markets), scene.Words(), [], judges ?? [], scene.Of(post), scene.Rules));

    private static Problem? Judge(Scene scene, HeldPost post) => scene.Do(() => scene.Appeal.Judge(new(3, 4, 5, 2), scene.Words(), scene.Of(post), scene.Rules));

    private static Problem? Object(Scene scene, HeldPost post) => scene.Do(() => scene.Appeal.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), At(2), scene.Of(post), scene.Rules));

    private static Problem? First(Scene scene) => scene.Do(() => scene.Appeal.ActFirst(new(Of(Streets), scene.Words(), null), scene.Of(TownCentre), scene.Rules));

    private static Problem? Propose(Scene scene, InvalidReason reason) => scene.Do(() => scene.Appeal.ProposeInvalid(reason, scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules));

    private static Problem? Confirm(Scene scene, HeldPost post) => scene.Do(() => scene.Appeal.ConfirmInvalid(scene.Reports, scene.Of(post), scene.Rules));
}
