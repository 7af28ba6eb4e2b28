using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

public sealed class TimeTests
{
    [Fact, Trait("Spec", "D-04")]
    public void Granted_time_moves_the_due_date_and_clears_a_miss_that_fell_while_it_waited()
    {
        var scene = Working();
        scene.Done(Ask(scene, 5));
        scene.WaitTo("2026-03-06 09:00");
        Assert.NotNull(scene.Running(ClockKind.Handle)!.MissedAt);
        scene.Done(scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(CountyCentre), scene.Rules)));
        Assert.Equal(("2026-03-12 23:59:59.999", null), (scene.Running(ClockKind.Handle)!.DueAt.Local(), scene.Running(ClockKind.Handle)!.MissedAt));
        Assert.Equal(new ExtendedAlready(1), Ask(scene, 5));
    }

    [Fact, Trait("Spec", "D-04")]
    public void Asking_and_being_refused_changes_nothing()
    {
        var scene = Working();
        var due = scene.Running(ClockKind.Handle)!.DueAt;
        Assert.Equal(new ExtensionTooLong(10), Ask(scene, 11));
        scene.Done(Ask(scene, 10));
        Assert.Equal(new ExtensionAskedAlready(), Ask(scene, 1));
        Assert.Equal(new StepNotYours(Step.GrantExtension), scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.RefuseExtension(scene.Words(), scene.Of(CountyCentre), scene.Rules)));
        Assert.Equal(due, scene.Running(ClockKind.Handle)!.DueAt);
    }

    [Fact, Trait("Spec", "D-02"), Trait("Spec", "D-04")]
    public void A_size_class_has_its_own_number_of_days_and_one_without_gets_none()
    {
        var scene = new Scene(CityRules.Of(CityRules.Profile with { Extension = new(3, 1, 0) { ByGrade = [new(Grade.Difficult, 8)] } }), China.At("2026-03-02 09:00"));
        scene.Done(scene.Call(Secretary), scene.Sign(Secretary));
        Assert.False(scene.Appeal.MayBeExtended(scene.Rules));
        Assert.Equal(new ExtensionNotForGrade(Grade.Ordinary), Ask(scene, 5));

        scene.Done(scene.Reclassify(TownCentre, "C4", Grade.Difficult, Urgency.Normal));
        Assert.True(scene.Appeal.MayBeExtended(scene.Rules));
        Assert.Equal(new ExtensionTooLong(8), Ask(scene, 9));
        scene.Done(Ask(scene, 8));
    }

    [Fact, Trait("Spec", "D-04")]
    public void Who_asked_for_more_time_neither_grants_nor_refuses_it_from_another_post()
    {
        var scene = Working();
        scene.Done(Ask(scene, 5));
        var both = scene.Of(Secretary) with { Posts = [Secretary, CountyCentre] };
        Assert.Equal(new OwnRequest(), scene.Do(() => scene.Appeal.GrantExtension(null, both with { At = scene.Now }, scene.Rules)));
        Assert.Equal(new OwnRequest(), scene.Do(() => scene.Appeal.RefuseExtension(scene.Words(), both with { At = scene.Now }, scene.Rules)));
        scene.Done(scene.Do(() => scene.Appeal.GrantExtension(null, scene.Of(CountyCentre), scene.Rules)));
    }

    [Fact, Trait("Spec", "D-04")]
    public void More_time_is_asked_for_before_the_limit()
    {
        var scene = Working();
        scene.WaitTo("2026-03-06 09:00");
        Assert.IsType<LimitPassedAlready>(Ask(scene, 5));
    }

    [Fact, Trait("Spec", "D-05")]
    public void Suspended_its_time_stands_still_and_ends_by_itself_on_its_day()
    {
        var scene = Working();
        Assert.Equal(new SuspensionTooLong(30), Suspend(scene, "2026-05-01"));
        scene.Done(Suspend(scene, "2026-03-16"));
        Assert.True(scene.Appeal.Suspended);
        Assert.Equal(new SuspendedAlready(), Suspend(scene, "2026-03-16"));
        scene.WaitTo("2026-03-16 09:00");
        Assert.False(scene.Appeal.Suspended);
        Assert.Equal("2026-03-19 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
    }

    [Fact, Trait("Spec", "D-05")]
    public void Only_a_listed_reason_stops_time_and_it_can_go_on_before_its_day()
    {
        var scene = Working();
        Assert.IsType<StepNotPossible>(scene.Do(() => scene.Appeal.Suspend(SuspendReason.ForceMajeure, new(2026, 3, 9), scene.Words(), scene.Of(TownCentre), scene.Rules)));
        scene.Done(Suspend(scene, "2026-03-16"));
        scene.WaitTo("2026-03-04 09:00");
        scene.Done(scene.Do(() => scene.Appeal.Resume(null, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal("2026-03-09 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
    }

    [Fact, Trait("Spec", "D-05")]
    public void Who_takes_it_over_while_its_time_stands_still_works_on_and_so_do_those_beside_it()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), null), new(At(2), scene.Words(), null)], scene.Of(CountyCentre), scene.Rules)), Suspend(scene, "2026-03-16"));
        scene.WaitTo("2026-03-04 09:00");

        scene.Done(scene.Do(() => scene.Appeal.Transfer(At(2), scene.Words(), scene.Of(CountyCentre), scene.Rules)));

        var beside = scene.Running(ClockKind.CoUnit)!;
        Assert.Equal((Markets.Unit, null, "2026-03-06 23:59:59.999"), (beside.Unit!.Value, beside.StoppedAt, beside.DueAt.Local()));
        Assert.Equal((false, new NotSuspended()), (scene.Appeal.Suspended, scene.Do(() => scene.Appeal.Resume(null, scene.Of(TownCentre), scene.Rules))));
        Assert.Contains(scene.Appeal.Taken[^1].Facts, f => f is SuspensionEnded);
        scene.Done(Suspend(scene, "2026-03-16"));
    }

    [Fact, Trait("Spec", "D-05")]
    public void Who_comes_beside_the_lead_while_time_stands_still_waits_for_the_same_day_and_then_has_all_their_time()
    {
        var scene = Working();
        scene.Done(Suspend(scene, "2026-03-16"));
        scene.WaitTo("2026-03-04 09:00");

        scene.Done(scene.Do(() => scene.Appeal.AddCo([new(Of(Markets), scene.Words(), null)], scene.Of(CountyCentre), scene.Rules)));

        var (lead, beside) = (scene.Running(ClockKind.Handle)!, scene.Running(ClockKind.CoUnit)!);
        Assert.Equal((scene.Now, lead.WakeAt), (beside.StoppedAt!.Value, beside.WakeAt));
        Assert.All(scene.Appeal.Turns, t => Assert.True(t.Stopped));
        scene.WaitTo("2026-03-16 09:00");
        Assert.Equal([null, null, null], scene.Appeal.Clocks.Where(c => c is { Runs: true, Kind: ClockKind.Handle or ClockKind.CoUnit or ClockKind.CoSign }).Select(c => c.StoppedAt));
        Assert.True(scene.Running(ClockKind.CoUnit)!.DueAt > new DateTime(2026, 3, 17, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact, Trait("Spec", "H-25")]
    public void Unfounded_needs_its_legal_reason()
    {
        var scene = Working();
        Assert.Equal(new UnfoundedReasonMissing(), Finish(null));
        scene.Done(Finish(UnfoundedReason.BeyondReason));
        Assert.Equal(UnfoundedReason.BeyondReason, scene.Appeal.Rounds[0].Unfounded);

        Problem? Finish(UnfoundedReason? why) =>
            scene.Do(() => scene.Appeal.Finish(new(scene.Words(), scene.Words(), Outcome.Unfounded, null, Grade.Ordinary, "C4", [], why), Unit(2), scene.Reports, scene.Of(Secretary), scene.Rules));
    }

    [Fact, Trait("Spec", "H-23")]
    public void The_citys_sample_starts_it_again_directly()
    {
        var scene = Settled();
        Assert.Equal(new StepNotYours(Step.SampleReopen), Sample(scene, CountyCentre));
        scene.Done(Sample(scene, CityCentre));
        Assert.Equal((Stage.Handling, RoundReason.CitySample, 2), (scene.Stage, scene.Appeal.Rounds[^1].Reason, scene.Appeal.Level));
    }

    [Fact, Trait("Spec", "H-28")]
    public void Whoever_handled_it_does_not_rate_the_handling()
    {
        var scene = Closed();
        scene.Done(scene.Do(() => scene.Appeal.RateHandling(2, null, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(new NotARating("rating"), scene.Do(() => scene.Appeal.RateHandling(6, null, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal(2, Assert.Single(scene.Appeal.HandlingRatings).Rating);
    }

    private static Problem? Ask(Scene scene, int days) => scene.Do(() => scene.Appeal.AskExtension(days, scene.Words(), Unit(3), scene.Of(Secretary), scene.Rules));

    private static Problem? Suspend(Scene scene, string until) =>
        scene.Do(() => scene.Appeal.Suspend(SuspendReason.SeasonOrWeather, DateOnly.Parse(until, null), scene.Words(), scene.Of(TownCentre), scene.Rules));

    private static Problem? Sample(Scene scene, Minqing.Domain.People.HeldPost post) => scene.Do(() => scene.Appeal.SampleReopen(scene.Words(), At(2), scene.Of(post), scene.Rules));
}
