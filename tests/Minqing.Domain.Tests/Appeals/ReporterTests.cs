using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "I-14")]
public sealed class ReporterTests
{
    [Fact]
    public void Something_must_be_added()
    {
        var scene = Reported();
        Assert.Equal(new Missing("text"), scene.Supplement(empty: true));
        Assert.Null(scene.Supplement());
    }

    [Fact]
    public void Urging_is_heard_once_a_day()
    {
        var scene = Working();
        scene.Done(scene.Urge());
        scene.WaitTo("2026-03-03 08:59");
        Assert.Equal(new UrgedJustNow(China.At("2026-03-03 09:00")), scene.Urge());
        scene.WaitTo("2026-03-03 09:00");
        Assert.Null(scene.Urge());
        Assert.Equal(2, scene.Report.Urges);
    }

    [Fact]
    public void Withdrawn_everything_ends()
    {
        var scene = Reported();
        scene.Done(scene.Withdraw());
        Assert.Equal((Stage.Withdrawn, null), (scene.Stage, scene.Appeal.Lead));
        Assert.All(scene.Appeal.Clocks.Concat(scene.Report.Clocks), c => Assert.False(c.Runs));
        Assert.Equal(OrderState.Recalled, scene.Appeal.Orders[0].State);
        Assert.Equal(new WithdrawnAlready(), scene.Withdraw());
        Assert.Equal(new WithdrawnAlready(), scene.Supplement());
        Assert.Equal(new StepNotPossible(Step.Sign, Stage.Withdrawn), scene.Sign(Secretary));
    }

    [Fact]
    public void It_can_be_withdrawn_while_it_waits_above_while_it_is_checked_and_before_the_call_back()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary), scene.Withdraw());
        Assert.Equal(Stage.Withdrawn, scene.Stage);
        Assert.Null(Submitted().Withdraw());
        Assert.Null(Closed(Outcome.Promised, "2026-04-30").Withdraw());
        Assert.Equal(new StepNotPossible(Step.Withdraw, Stage.Settled), Settled().Withdraw());
    }

    [Fact]
    public void Pressure_is_told_and_kept_also_while_it_is_worked_on_again()
    {
        var scene = Settled();
        scene.Done(scene.TellPressure());
        Assert.Equal(scene.Now, scene.Report.PressureToldAt);
        scene.Done(scene.AskReopen(), scene.TellPressure());
        Assert.Equal((Stage.Handling, scene.Now), (scene.Stage, scene.Report.PressureToldAt!.Value));
    }

    [Fact, Trait("Spec", "H-27")]
    public void Reopening_is_asked_once_without_a_reason_then_with_one()
    {
        var scene = Settled();
        scene.Done(scene.AskReopen());
        Assert.Equal((Stage.Handling, RoundReason.ReporterRequest, 1, Unit(1)), (scene.Stage, scene.Appeal.Rounds[^1].Reason, scene.Report.Reopens, scene.Appeal.Lead));
        scene.CloseAgain();
        Assert.Equal(new ReopenReasonMissing(), scene.AskReopen());
        Assert.Null(scene.AskReopen(why: true));
        Assert.Equal((2, RoundReason.ReporterRequest), (scene.Appeal.Level, scene.Appeal.Rounds[^1].Reason));
    }

    [Fact, Trait("Spec", "H-27")]
    public void The_window_closes_thirty_days_after_the_end()
    {
        var scene = Settled();
        scene.WaitTo("2026-04-01 09:00");
        scene.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(new TooLateToReopen(China.At("2026-04-01 09:00")), scene.AskReopen());
        Assert.Equal(new TooLateToReopen(China.At("2026-04-01 09:00")), scene.Rate(5));
        Assert.Null(scene.Rate(1));
        scene.Now -= TimeSpan.FromMilliseconds(1);
        Assert.Null(scene.AskReopen());
    }

    [Fact, Trait("Spec", "H-27")]
    public void What_is_still_being_done_is_not_reopened() => Assert.Equal(new StepNotPossible(Step.AskReopen, Stage.Handling), Working().AskReopen());

    [Fact, Trait("Spec", "H-23")]
    public void Who_thinks_better_of_it_after_settling_may_say_so()
    {
        var scene = Settled();
        scene.Done(scene.Rate(5));
        Assert.Equal((Stage.Handling, RoundReason.Rectify), (scene.Stage, scene.Appeal.Rounds[^1].Reason));
        Assert.Equal(2, scene.Report.FollowUps.Count);
    }

    [Fact]
    public void Nobody_else_takes_the_reporters_steps() =>
        Assert.Equal(new StepNotYours(Step.Urge), Working() is var scene ? scene.Do(() => scene.Report.Urge(scene.Appeal, scene.Of(Secretary), scene.Rules)) : null);
}
