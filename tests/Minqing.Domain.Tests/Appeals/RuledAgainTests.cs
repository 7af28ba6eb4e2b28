using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

/// <summary>Whatever limit is open when an appeal is seen differently comes under the rule for what it is seen as now.</summary>
[Trait("Spec", "D-02")]
public sealed class RuledAgainTests
{
    private static readonly Rules Rules = CityRules.Of(CityRules.Profile with
    {
        Limits =
        [
            .. CityRules.Profile.Limits,
            .. new[] { ClockKind.Dispatch, ClockKind.Ruling, ClockKind.ExtensionDecision, ClockKind.Sign, ClockKind.CoUnit, ClockKind.CoSign, ClockKind.ReportIn, ClockKind.WhistleSign, ClockKind.External }
                .Select(k => new LimitRule($"{k.Name()}-urgent", k, new(15, Measure.WorkingMinutes), Urgency: Urgency.Urgent)),
            new("co-unit-county", ClockKind.CoUnit, new(4, Measure.WorkingDays), Level: 3),
            new("ruling-county", ClockKind.Ruling, new(2, Measure.WorkingDays), Level: 3),
            new("external-village", ClockKind.External, new(3, Measure.WorkingDays), Level: 1),
            new("external-town", ClockKind.External, new(10, Measure.WorkingDays), Level: 2),
            new("dispatch-county", ClockKind.Dispatch, new(3, Measure.WorkingDays), Level: 3),
        ],
    });

    [Fact]
    public void Those_of_the_units_beside_of_the_decision_on_more_time_and_of_the_answer_from_outside()
    {
        var scene = Begin();
        scene.Done(
            scene.Call(Secretary), scene.Sign(Secretary), Add(scene), Whistle(scene),
            scene.Do(() => scene.Appeal.AskExtension(5, scene.Words(), Unit(3), scene.Of(Secretary), Rules)),
            scene.Do(() => scene.Appeal.Refer(WayOut.PlatformAbove, "区平台", new(3, Unit(50)), scene.Words(), scene.Reports, scene.Of(TownCentre), Rules)));
        ClockKind[] kinds = [ClockKind.CoUnit, ClockKind.CoSign, ClockKind.ReportIn, ClockKind.WhistleSign, ClockKind.ExtensionDecision, ClockKind.External];

        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.All(kinds, k => Assert.Equal(($"{k.Name()}-urgent", 1), (scene.Running(k)!.Rule.Id, scene.Running(k)!.Changes.Count)));
        Assert.Equal(("co-unit-county", "2026-03-06 23:59:59.999"), (scene.Running(ClockKind.CoUnit)!.Changes[0].RuleBefore!.Id, scene.Running(ClockKind.CoUnit)!.Changes[0].DueBefore.Local()));

        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal(("co-unit-county", "2026-03-06 23:59:59.999"), (scene.Running(ClockKind.CoUnit)!.Rule.Id, scene.Running(ClockKind.CoUnit)!.DueAt.Local()));
    }

    [Fact]
    public void Not_a_day_that_was_named_for_the_unit()
    {
        var scene = Begin();
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), new DateOnly(2026, 3, 20))], scene.Of(TownCentre), Rules)));
        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal("2026-03-20 23:59:59.999", scene.Running(ClockKind.CoUnit)!.DueAt.Local());
        Assert.DoesNotContain(scene.Appeal.Moved(Rules, scene.Now), m => m.Clock.Kind == ClockKind.CoUnit);
    }

    [Fact, Trait("Spec", "D-06"), Trait("Spec", "H-15")]
    public void What_was_asked_of_a_unit_outside_stays_under_the_row_of_the_level_that_asked()
    {
        var scene = Begin();
        scene.Done(
            scene.Call(Secretary), scene.Sign(Secretary),
            scene.Do(() => scene.Appeal.Refer(WayOut.PlatformAbove, "区平台", new(3, Unit(50)), scene.Words(), scene.Reports, scene.Of(TownCentre), Rules)),
            scene.Raise(Secretary), scene.Accept(TownCentre));

        Assert.Equal((2, "external-village"), (scene.Appeal.Level, scene.Running(ClockKind.External)!.Rule.Id));
        Assert.DoesNotContain(scene.Appeal.Moved(Rules, scene.Now), m => m.Clock.Kind == ClockKind.External);
        scene.Done(scene.Reclassify(CountyCentre, "A2", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("external-village", scene.Running(ClockKind.External)!.Rule.Id);
    }

    [Fact, Trait("Spec", "D-06")]
    public void Nor_one_of_before_it_was_written_down_that_its_day_was_named()
    {
        var (scene, promised) = (Begin(), Begun.Settled(Outcome.Promised, "2026-04-30"));
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), new DateOnly(2026, 3, 20)), new(Of(Streets), scene.Words(), null)], scene.Of(TownCentre), Rules)));
        foreach (var clock in scene.Appeal.Clocks.Concat(promised.Appeal.Clocks))
        {
            typeof(Clock).GetProperty(nameof(Clock.Rule))!.SetValue(clock, clock.Rule with { Named = null });
        }

        var longer = CityRules.Of(Rules.Profile with { Limits = [.. Rules.Profile.Limits.Select(l => l.Id == "co-unit-county" ? l with { Limit = new(6, Measure.WorkingDays) } : l)] });
        Assert.Equal([Streets.Unit], scene.Appeal.Moved(longer, scene.Now).Where(m => m.Clock.Kind == ClockKind.CoUnit).Select(m => m.Clock.Unit!.Value));
        Assert.Empty(promised.Appeal.Moved(promised.Rules, promised.Now));
    }

    [Fact]
    public void That_of_the_ruling_at_the_level_that_rules_and_of_whoever_is_asked_to_take_it()
    {
        var scene = Begin();
        scene.Done(
            scene.Call(Secretary), scene.Do(() => scene.Appeal.Transfer(Of(Markets), scene.Words(), scene.Of(TownCentre), Rules)),
            scene.Do(() => scene.Appeal.RaiseObjection(ReturnReason.NotMyDuty, scene.Words(), At(3), scene.Of(Markets), Rules)));
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal("ruling-urgent", scene.Running(ClockKind.Ruling)!.Rule.Id);
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("ruling-county", scene.Running(ClockKind.Ruling)!.Rule.Id);

        var asked = Begin();
        asked.Done(asked.Call(Secretary), asked.Sign(Secretary), asked.Raise(Secretary));
        asked.Done(asked.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal(("sign-urgent", Unit(2)), (asked.Running(ClockKind.Sign)!.Rule.Id, asked.Running(ClockKind.Sign)!.Unit));
    }

    [Fact]
    public void That_of_the_dispatch_but_whoever_is_to_give_it_gains_no_time()
    {
        var scene = new Scene(Rules, China.At("2026-03-02 09:00"), screened: true, screener: At(3));
        Assert.Equal("dispatch-county", scene.Running(ClockKind.Dispatch)!.Rule.Id);
        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal("2026-03-02 09:15:00.000", scene.Running(ClockKind.Dispatch)!.DueAt.Local());
        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("dispatch-urgent", scene.Running(ClockKind.Dispatch)!.Rule.Id);
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal(("dispatch-county", "2026-03-05 23:59:59.999"), (scene.Running(ClockKind.Dispatch)!.Rule.Id, scene.Running(ClockKind.Dispatch)!.DueAt.Local()));
    }

    [Fact]
    public void A_unit_beside_gains_no_time_by_seeing_it_differently_nor_by_another_post_of_its_people()
    {
        var scene = Begin();
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(At(2), scene.Words(), null)], scene.Of(CountyCentre), Rules)));
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        var due = scene.Running(ClockKind.CoUnit)!.DueAt;
        var both = scene.Of(CountyCentre) with { Posts = [CountyCentre, TownCentre] };

        scene.Done(scene.Do(() => scene.Appeal.Reclassify("C4", Grade.Ordinary, Urgency.Normal, scene.Words(), scene.Reports, both, Rules)));

        Assert.Equal((due, "handle-village"), (scene.Running(ClockKind.CoUnit)!.DueAt, scene.Running(ClockKind.Handle)!.Rule.Id));
    }

    [Fact]
    public void Who_is_to_call_gains_no_time_by_it()
    {
        var scene = new Scene(Rules, China.At("2026-03-02 21:50"), keep: true);
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("2026-03-02 22:20:00.000", scene.Running(ClockKind.FirstCall)!.DueAt.Local());
        scene.Done(scene.Reclassify(CityCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("2026-03-03 07:20:00.000", scene.Running(ClockKind.FirstCall)!.DueAt.Local());
    }

    private static Scene Begin() => new(Rules, China.At("2026-03-02 09:00"));

    private static Problem? Add(Scene scene) => scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), null)], scene.Of(TownCentre), Rules));

    private static Problem? Whistle(Scene scene) => scene.Do(() => scene.Appeal.Whistle([new(Of(Streets), scene.Words(), null)], scene.Of(Secretary), Rules));
}
