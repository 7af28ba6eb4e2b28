using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-22")]
public sealed class FollowUpTests
{
    [Fact, Trait("Spec", "H-24")]
    public void Withdrawn_nobody_is_asked_by_link_any_more()
    {
        var scene = Closed();
        Assert.True(scene.Appeal.AskByLink(scene.Reports, new(Actor.Platform, scene.Now)));
        Assert.NotNull(scene.Appeal.AskedByLink);

        scene.Done(scene.Withdraw());

        Assert.Equal((Stage.Withdrawn, null), (scene.Stage, scene.Appeal.AskedByLink));
    }

    [Fact, Trait("Spec", "H-24")]
    public void Closed_is_the_desks_turn_and_settled_only_after_it()
    {
        var scene = Closed();
        Assert.Equal((TurnKind.FollowUp, TurnKey.Of(Unit(3))), (scene.Appeal.Turns.Single().Kind, scene.Appeal.Turns.Single().Key));
        Assert.Null(scene.FollowUp(Desk, 3));
        Assert.Equal((Stage.Settled, scene.Now), (scene.Stage, scene.Appeal.SettledAt));
        Assert.NotNull(scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.FollowUp).MetAt);
    }

    [Fact]
    public void Not_rated_is_no_rating()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk));
        Assert.Equal((Stage.Settled, null), (scene.Stage, scene.Report.FollowUps[0].Result));
    }

    [Theory, InlineData(0), InlineData(6)]
    public void A_rating_is_one_to_five(int rating)
    {
        Assert.Equal(new NotARating("attitude"), Closed().FollowUp(Desk, rating));
        Assert.Equal(new NotARating("result"), Closed().Rate(rating));
    }

    [Fact]
    public void Who_was_not_reached_has_rated_nothing() => Assert.Equal(new NotARating("result"), Closed().FollowUp(Desk, 2, CallOutcome.NoAnswer));

    [Fact]
    public void By_link_the_result_is_rated() => Assert.Equal(new NotARating("result"), Closed().Rate(null));

    [Fact]
    public void Only_the_desk_asks()
    {
        Assert.Equal(new StepNotYours(Step.FollowUp), Closed().FollowUp(CountyCentre, 2));
        Assert.Equal(new StepNotPossible(Step.FollowUp, Stage.Handling), Working().FollowUp(Desk, 2));
    }

    [Fact]
    public void Nobody_asks_for_a_rating_of_their_own_work()
    {
        var scene = Closed();
        var both = scene.Of(Desk) with { Person = PersonOf(Secretary) };
        Assert.Equal(new OwnFollowUp(), scene.Do(() => scene.Report.FollowUp(scene.Appeal, new(CallOutcome.Reached, 1, 1, 1), both, scene.Rules, [], null)));
    }

    [Fact, Trait("Spec", "H-24")]
    public void Tried_as_often_as_the_profile_asks_it_is_settled()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer), scene.FollowUp(Desk, outcome: CallOutcome.WrongNumber));
        Assert.Equal(Stage.FollowingUp, scene.Stage);
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer));
        Assert.Equal(Stage.FollowingUp, scene.Stage); // three times in one morning is once
        scene.WaitTo("2026-03-03 15:00");
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer));
        Assert.Equal(Stage.Settled, scene.Stage);
    }

    [Fact]
    public void Who_refuses_to_answer_has_had_their_say()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.Refused));
        Assert.Equal(Stage.Settled, scene.Stage);
    }

    [Theory, InlineData(1), InlineData(3)]
    public void Satisfied_by_link_settles_it(int rating)
    {
        var scene = Closed();
        scene.Done(scene.Rate(rating));
        Assert.Equal((Stage.Settled, true), (scene.Stage, scene.Report.FollowUps[0].ByLink));
    }

    [Theory, InlineData(4), InlineData(5), Trait("Spec", "H-23")]
    public void Not_satisfied_the_same_unit_puts_it_right_with_a_new_limit(int rating)
    {
        var scene = Closed();
        scene.WaitTo("2026-03-03 09:00");
        scene.Done(scene.FollowUp(Desk, rating));
        Assert.Equal((Stage.Handling, 2, RoundReason.Rectify, Unit(1)), (scene.Stage, scene.Appeal.Round, scene.Appeal.Rounds[^1].Reason, scene.Appeal.Lead));
        Assert.Equal("2026-03-06 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
        Assert.Equal((null, null, null), (scene.Appeal.ClosedAt, scene.Appeal.SettledAt, scene.Appeal.Outcome));
    }

    [Fact, Trait("Spec", "H-23")]
    public void Not_satisfied_again_it_restarts_one_level_up_and_at_the_top_it_stays()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, 4));
        scene.CloseAgain();
        foreach (var (level, grade) in new[] { (2, Grade.Larger), (3, Grade.Difficult), (4, Grade.CrossRegion), (4, Grade.CrossRegion) })
        {
            scene.Done(scene.Rate(5));
            Assert.Equal((level, grade, RoundReason.Restart), (scene.Appeal.Level, scene.Appeal.Grade, scene.Appeal.Rounds[^1].Reason));
            Assert.Equal(Unit(level), scene.Appeal.Lead);
            scene.CloseAgain();
        }
    }

    [Fact, Trait("Spec", "H-23")]
    public void Where_the_profile_says_so_it_restarts_at_the_same_level()
    {
        var profile = CityRules.Profile with { FollowUp = CityRules.Profile.FollowUp with { RestartUp = false } };
        var scene = new Scene(CityRules.Of(profile), China.At("2026-03-02 09:00"));
        scene.Done(scene.Call(Secretary));
        scene.CloseAgain();
        scene.Done(scene.FollowUp(Desk, 5));
        scene.CloseAgain();
        scene.Done(scene.FollowUp(Desk, 5));
        Assert.Equal((1, RoundReason.Restart), (scene.Appeal.Level, scene.Appeal.Rounds[^1].Reason));
    }

    [Fact, Trait("Spec", "H-23")]
    public void A_level_that_nobody_serves_is_passed_over()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, 4));
        scene.CloseAgain();
        scene.Done(scene.Do(() => scene.Report.Rate(scene.Appeal, new(CallOutcome.Reached, null, null, 5), scene.Of(null), scene.Rules, [], At(3))));
        Assert.Equal((3, Unit(3), Grade.Difficult), (scene.Appeal.Level, scene.Appeal.Lead, scene.Appeal.Grade));
    }

    [Fact]
    public void With_several_reports_all_have_their_say_first()
    {
        var scene = Closed();
        var (other, another) = (Another(scene, 7), Another(scene, 8));
        scene.Others.AddRange([other, another]);
        scene.Done(scene.FollowUp(Desk, 2));
        Assert.Equal(Stage.FollowingUp, scene.Stage);
        scene.Done(scene.Do(() => other.FollowUp(scene.Appeal, new(CallOutcome.Refused), scene.Of(Desk), scene.Rules, [scene.Report, another], null)));
        Assert.Equal(Stage.FollowingUp, scene.Stage);
        scene.Done(scene.Do(() => another.Withdraw(scene.Appeal, null, [scene.Report, other], scene.Of(null), scene.Rules)));
        Assert.Equal(Stage.Settled, scene.Stage);
        Assert.Equal(new StepNotPossible(Step.FollowUp, Stage.Settled), another.FollowUp(scene.Appeal, new(CallOutcome.Reached), scene.Of(Desk), scene.Rules, [], null));
    }

    [Fact]
    public void Who_withdrew_is_not_called()
    {
        var scene = Closed();
        var other = Another(scene, 7);
        scene.Others.Add(other);
        scene.Done(scene.Withdraw());
        Assert.Equal(new WithdrawnAlready(), scene.FollowUp(Desk, 1));
    }

    private static Report Another(Scene scene, int no)
    {
        var report = Report.Receive(
            new(Id(no)), new("20260302AAAAAA" + no, scene.Appeal.Id, Channel.Code, scene.Report.Place, scene.Report.LocalDay, Id(900 + no), [], "C4", false, true, Ladder, null, "city", "1"),
            scene.Words(), [], Urgency.Normal, scene.Rules, new(Actor.Reporter, scene.Appeal.ReceivedAt));
        Assert.Null(report.RecordCall(Working().Appeal, CallOutcome.Reached, null, scene.Of(Secretary), scene.Rules));
        return report;
    }
}
