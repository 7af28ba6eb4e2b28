using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>What must not stay behind when an appeal goes from one hand to another.</summary>
public sealed class HandOverTests
{
    [Fact, Trait("Spec", "D-04")]
    public void What_the_lead_asked_for_goes_with_it()
    {
        foreach (var leave in (Action<Scene>[])[Transfer, s => s.Done(s.Raise(Secretary), s.Accept(TownCentre))])
        {
            var scene = Working();
            scene.Done(Ask(scene));
            leave(scene);

            Assert.Null(scene.Appeal.AskedExtension);
            Assert.Null(scene.Running(ClockKind.ExtensionDecision));
            Assert.DoesNotContain(scene.Appeal.Turns, t => t.Kind == TurnKind.DecideExtension);
            var lapsed = scene.Appeal.Taken[^1].Facts.OfType<ExtensionDecided>().Single();
            Assert.Equal((false, Unit(1)), (lapsed.Granted, lapsed.Unit));
            Assert.Equal([TurnKey.Of(Unit(1))], Told(lapsed, Unit(2)));
        }
    }

    [Fact, Trait("Spec", "H-19")]
    public void What_was_taken_away_unsigned_was_never_signed_for()
    {
        var scene = Reported();
        Transfer(scene);

        var sign = scene.Appeal.Clocks.First(c => c.Kind == ClockKind.Sign);
        Assert.Equal((null, scene.Now), (sign.MetAt, sign.EndedAt));
    }

    [Fact, Trait("Spec", "H-13")]
    public void Whoever_worked_beside_and_leads_now_has_one_task()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Streets), scene.Words(), null)], scene.Of(TownCentre), scene.Rules)));
        Transfer(scene);

        Assert.Equal(OrderRole.Lead, Assert.Single(scene.Appeal.Orders, o => o.Open && o.Unit == Streets.Unit).Role);
        Assert.Null(scene.Running(ClockKind.CoUnit));
        scene.Done(scene.Sign(Streets), scene.Finish(Streets));
    }

    [Fact, Trait("Spec", "H-12")]
    public void Whoever_was_asked_to_rule_and_takes_it_has_ruled()
    {
        var scene = Working();
        Transfer(scene);
        scene.Done(scene.Do(() => scene.Appeal.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), At(4), scene.Of(Streets), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.ActFirst(new(Of(Markets), scene.Words(), null), scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Accept(CityCentre));

        Assert.True(scene.Appeal.Orders.Single(o => o.Objection is not null).Upheld);
        Assert.Equal(Unit(4), Assert.Single(scene.Appeal.Orders, o => o.Open).Unit);
    }

    [Fact, Trait("Spec", "D-02")]
    public void Seen_differently_it_keeps_the_time_that_was_granted()
    {
        var scene = Working();
        scene.Done(Ask(scene), scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(CountyCentre), scene.Rules)));
        scene.Done(scene.Reclassify(TownCentre, "A2", Grade.Ordinary, Urgency.Normal));

        // Twenty working days from 2 March, and the five that were granted.
        Assert.Equal("2026-04-07 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
    }

    [Fact, Trait("Spec", "P-12")]
    public void No_way_leads_to_whom_it_is_about()
    {
        var scene = Reported();
        scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(4), null, [], null, scene.Of(TownCentre), scene.Rules)));
        Transfer(scene);

        Assert.Equal(new UnitIsTarget(), scene.Do(() => scene.Appeal.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), At(4), scene.Of(Streets), scene.Rules)));
        Assert.Equal(new UnitIsTarget(), scene.Do(() => scene.Appeal.Refer(WayOut.PlatformAbove, "市里", At(4), scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        var screened = new Scene(CityRules.Rules, China.At("2026-03-02 09:00"), screened: true);
        screened.Done(screened.Do(() => screened.Appeal.NameTarget(Unit(4), null, [], null, screened.Of(TownCentre), screened.Rules)));
        Assert.Equal(new UnitIsTarget(), screened.Do(() => screened.Appeal.PassOn(At(4), screened.Words(), screened.Of(TownCentre), screened.Rules)));
    }

    [Fact, Trait("Spec", "P-12")]
    public void Named_after_the_result_was_handed_in_it_does_not_get_it_again()
    {
        var (rejected, dissatisfied, broken) = (Submitted(), Closed(), Closed(Outcome.Promised, "2026-03-20"));
        foreach (var scene in new[] { rejected, dissatisfied, broken })
        {
            scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(1), null, [], At(2), scene.Of(TownCentre), scene.Rules)));
        }

        rejected.Done(rejected.Reject(TownCentre));
        dissatisfied.Done(dissatisfied.FollowUp(Desk, 5));
        broken.WaitTo("2026-03-23 09:00");

        Assert.All([rejected, dissatisfied, broken], scene => Assert.Equal((Stage.Handling, Unit(2), 2), (scene.Stage, scene.Lead.Unit, scene.Appeal.Level)));
        Assert.True(rejected.Lead.Ruled);
    }

    [Fact, Trait("Spec", "P-12")]
    public void A_desk_that_it_is_about_neither_follows_up_nor_calls()
    {
        var scene = Reported(keep: true);
        Assert.Equal(new NoLevelAbove(), scene.Do(() => scene.Appeal.NameTarget(Unit(3), null, [], At(2), scene.Of(TownCentre), scene.Rules, scene.Reports)));
        scene.Done(scene.Do(() => scene.Appeal.NameTarget(Unit(3), null, [], At(2), scene.Of(TownCentre), scene.Rules, scene.Reports, [], Unit(4))));

        Assert.Equal((Unit(4), TurnKey.Of(Unit(4))), (scene.Appeal.Desk, scene.Report.Desk));
        Assert.DoesNotContain(scene.Report.Turns, t => t.Key == TurnKey.Of(Unit(3)));
    }

    [Fact, Trait("Spec", "H-20")]
    public void Calling_it_something_else_spares_nobody_the_photo()
    {
        var scene = Working("A1");
        Assert.Equal(new EvidenceMissing(0, 1), scene.Finish(Secretary, category: "C4"));
        Assert.Null(scene.Finish(Secretary, photos: 1, category: "C4"));
    }

    [Fact, Trait("Spec", "H-20")]
    public void A_promise_is_kept_or_refused()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.Done(scene.Prove(Secretary));
        Assert.Equal(new PromiseNotKept(), scene.Pass(TownCentre, Outcome.Unsolved));
        Assert.Equal(new PromiseNotKept(), scene.Pass(TownCentre, Outcome.Explained));
        scene.Done(scene.Pass(TownCentre, Outcome.Solved));
    }

    [Fact, Trait("Spec", "I-31")]
    public void Who_hands_in_a_result_thinks_it_valid()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.ProposeInvalid(InvalidReason.Prank, scene.Words(), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Finish(Secretary), scene.Reject(TownCentre));
        Assert.Equal(new NothingProposed(), scene.Do(() => scene.Appeal.ConfirmInvalid(scene.Reports, scene.Of(OtherOfTownCentre), scene.Rules)));
    }

    [Fact, Trait("Spec", "I-32")]
    public void One_that_stood_still_when_it_was_merged_misses_nothing_meanwhile()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.Suspend(SuspendReason.SeasonOrWeather, new(2026, 3, 6), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.MergeInto(scene.Part(9000, At(1), scene.Of(TownCentre)).Value, scene.Reports, scene.Of(TownCentre), scene.Rules)));
        scene.WaitTo("2026-03-20 09:00");
        Assert.All(scene.Appeal.Clocks, c => Assert.Null(c.MissedAt));
        scene.Done(scene.Do(() => scene.Appeal.Unmerge([], scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal("2026-03-25 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
    }

    [Fact, Trait("Spec", "I-32")]
    public void Parted_after_all_its_reporters_withdrew_it_ends()
    {
        var scene = Working();
        var master = scene.Part(9000, At(1), scene.Of(TownCentre)).Value;
        scene.Done(scene.Do(() => scene.Appeal.MergeInto(master, scene.Reports, scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Do(() => scene.Report.Withdraw(master, null, [], scene.Of(null), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.Unmerge([master], scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(Stage.Withdrawn, scene.Stage);
    }

    private static void Transfer(Scene scene) => scene.Done(scene.Do(() => scene.Appeal.Transfer(Of(Streets), scene.Words(), scene.Of(TownCentre), scene.Rules)));

    private static Problem? Ask(Scene scene) => scene.Do(() => scene.Appeal.AskExtension(5, scene.Words(), Unit(3), scene.Of(Secretary), scene.Rules));

    private static IEnumerable<string> Told(DomainEvent fact, UnitId lead) =>
        NoticeRules.For("transfer", fact, new(new(Id(2)), City.Path, "红卫社区", lead, Unit(3), [], [], false)).Select(n => ((KeyHolders)n.To).Key);
}
