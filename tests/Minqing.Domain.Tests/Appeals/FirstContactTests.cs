using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-02")]
public sealed class FirstContactTests
{
    [Fact, Trait("Spec", "H-01")]
    public void A_new_report_is_the_turn_of_the_whole_first_tier()
    {
        var scene = Reported();
        var turn = Assert.Single(scene.Report.Turns);
        Assert.Equal((TurnKey.Of(1, Village), TurnKind.FirstCall, "2026-03-02 09:30:00.000"), (turn.Key, turn.Kind, turn.DueAt.Local()));
        Assert.Contains(turn.Key, Workflow.KeysOf(Secretary));
        Assert.Contains(turn.Key, Workflow.KeysOf(Police));
    }

    [Fact, Trait("Spec", "H-01")]
    public void Who_takes_it_first_is_the_first_responsible_and_the_others_are_told()
    {
        var scene = Reported();
        Assert.Null(scene.Take(Police));
        Assert.Equal(new TakenAlready("village-police", scene.Now), scene.Take(Secretary));
        Assert.Null(scene.Take(Police));
        Assert.Equal(Police.Id, scene.Report.TakenByPost);
        Assert.Equal(TurnKey.Of(Police.Id), Assert.Single(scene.Report.Turns).Key);
    }

    [Fact, Trait("Spec", "H-01")]
    public void First_contact_and_lead_are_two_fields()
    {
        var scene = Reported();
        scene.Done(scene.Take(Police), scene.Call(Police), scene.Sign(Secretary), scene.Raise(Secretary), scene.Accept(TownCentre));
        Assert.Equal((Police.Id, Unit(2)), (scene.Report.TakenByPost, scene.Appeal.Lead));
    }

    [Fact]
    public void Nobody_outside_the_pool_takes_it() => Assert.Equal(new StepNotYours(Step.Take), Reported().Take(NextVillage));

    [Fact]
    public void A_reached_call_meets_the_clock_and_an_unanswered_one_leaves_it_running()
    {
        var scene = Reported();
        scene.Done(scene.Call(Secretary, CallOutcome.NoAnswer), scene.Call(Secretary, CallOutcome.WrongNumber), scene.Call(Secretary, CallOutcome.Refused));
        Assert.NotNull(scene.Running(ClockKind.FirstCall));
        Assert.Null(scene.Report.ContactedAt);
        scene.WaitTo("2026-03-02 09:20");
        scene.Done(scene.Call(Secretary));
        Assert.Equal(scene.Now, scene.Report.Clocks[0].MetAt);
        Assert.Equal(scene.Now, scene.Report.ContactedAt);
        Assert.Empty(scene.Report.Turns);
    }

    [Fact]
    public void Who_calls_without_taking_it_has_taken_it()
    {
        var scene = Reported();
        scene.Done(scene.Call(Police, CallOutcome.NoAnswer));
        Assert.Equal(Police.Id, scene.Report.TakenByPost);
        Assert.IsType<TakenAlready>(scene.Take(Secretary));
    }

    [Fact]
    public void Without_a_phone_a_message_is_the_first_contact()
    {
        var scene = Reported(phone: false);
        scene.Done(scene.Message(Police));
        Assert.Equal((scene.Now, Police.Id), (scene.Report.ContactedAt, scene.Report.TakenByPost));
        Assert.NotNull(scene.Report.Clocks[0].MetAt);
    }

    [Fact]
    public void With_a_phone_a_message_is_none()
    {
        var scene = Reported();
        scene.Done(scene.Message(Police));
        Assert.Null(scene.Report.ContactedAt);
        Assert.NotNull(scene.Running(ClockKind.FirstCall));
    }

    [Fact]
    public void On_a_miss_the_next_tier_joins_the_pool()
    {
        var scene = Reported();
        Assert.Equal(new StepNotYours(Step.Take), scene.Take(Commissioner));
        scene.WaitTo("2026-03-02 09:30");
        Assert.Equal([TurnKey.Of(1, Village), TurnKey.Of(2, Township)], scene.Report.Turns.Select(t => t.Key).Order());
        Assert.Null(scene.Take(Commissioner));
        Assert.NotNull(scene.Report.Clocks[0].MissedAt);
    }

    [Fact]
    public void The_next_tier_may_call_when_the_taker_does_not()
    {
        var scene = Reported();
        scene.Done(scene.Take(Secretary));
        scene.WaitTo("2026-03-02 10:00");
        Assert.Equal([TurnKey.Of(Secretary.Id), TurnKey.Of(2, Township)], scene.Report.Turns.Select(t => t.Key).Order());
        Assert.Null(scene.Call(Commissioner));
        Assert.Equal(Secretary.Id, scene.Report.TakenByPost);
    }

    [Fact, Trait("Spec", "P-12")]
    public void Where_identity_is_kept_the_county_desk_calls_and_nobody_else()
    {
        var scene = Reported(keep: true);
        Assert.Equal(new IdentityKeptFromHandlers(), scene.Call(Secretary));
        Assert.Equal(new IdentityKeptFromHandlers(), scene.Call(Commissioner));
        Assert.Contains(TurnKey.Of(Unit(3)), scene.Report.Turns.Select(t => t.Key));
        scene.Done(scene.Take(Secretary), scene.Message(Secretary));
        Assert.Equal([TurnKey.Of(Unit(3))], scene.Report.Turns.Select(t => t.Key));
        Assert.Null(scene.Call(CountyCentre));
        Assert.Equal(Secretary.Id, scene.Report.TakenByPost);
        Assert.NotNull(scene.Report.ContactedAt);
    }

    [Fact]
    public void Three_attempts_on_two_days_at_different_hours_are_proof_and_nothing_more_is_waited_for()
    {
        var scene = Reported();
        scene.Done(scene.Sign(Secretary), scene.Call(Secretary, CallOutcome.NoAnswer), scene.Call(Secretary, CallOutcome.NoAnswer), scene.Call(Secretary, CallOutcome.NoAnswer));
        Assert.Equal(new ReporterNotContacted(3, 3, 2), scene.Finish(Secretary));
        scene.WaitTo("2026-03-03 09:15");
        scene.Done(scene.Call(Secretary, CallOutcome.NoAnswer));
        Assert.Equal(new ReporterNotContacted(4, 3, 2), scene.Finish(Secretary)); // always at nine
        scene.WaitTo("2026-03-03 10:15");
        scene.Done(scene.Call(Secretary, CallOutcome.NoAnswer));
        Assert.Null(scene.Running(ClockKind.FirstCall));
        Assert.NotNull(scene.Report.Clocks[0].MissedAt);
        Assert.Empty(scene.Report.Turns);
        Assert.Null(scene.Finish(Secretary));
    }

    [Fact]
    public void At_night_it_starts_at_seven_and_an_urgent_one_at_once()
    {
        Assert.Equal("2026-03-03 07:30:00.000", Reported(at: "2026-03-02 23:00").Running(ClockKind.FirstCall)!.DueAt.Local());
        var scene = Reported(at: "2026-03-02 23:00");
        scene.Done(scene.Reclassify(TownCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal("2026-03-02 23:30:00.000", scene.Running(ClockKind.FirstCall)!.DueAt.Local());
    }
}
