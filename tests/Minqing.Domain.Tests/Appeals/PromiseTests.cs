using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-20")]
public sealed class PromiseTests
{
    [Fact, Trait("Spec", "I-31")]
    public void Found_to_tell_of_misconduct_while_its_proof_is_checked_it_is_checked_by_whoever_checks_its_keeper()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.WaitTo("2026-04-20 10:00");
        scene.Done(scene.Prove(Secretary));
        Assert.Equal(Unit(2), scene.Running(ClockKind.Check)!.Unit);

        scene.Done(scene.Do(() => scene.Appeal.Restrict(true, scene.Words(), At(3), scene.Reports, scene.Of(CountyCentre), scene.Rules, Unit(4))));

        Assert.Equal((Unit(3), Unit(4)), (scene.Appeal.Lead, Assert.Single(scene.Appeal.Clocks, c => c is { Kind: ClockKind.Check, Runs: true }).Unit));
        Assert.DoesNotContain(Unit(2), scene.Appeal.Units);
        Assert.NotNull(scene.Pass(TownCentre));
        scene.Done(scene.Pass(CityCentre));
        Assert.Equal((Stage.FollowingUp, Outcome.Solved), (scene.Stage, scene.Appeal.Outcome));
    }

    [Theory, InlineData(null), InlineData("2026-03-02"), InlineData("2026-02-28"), InlineData("9999-12-31")]
    public void A_promise_needs_a_day_that_is_still_to_come_and_in_sight(string? day) =>
        Assert.Equal(new PromiseDateNotUsable(), Working().Finish(Secretary, Outcome.Promised, promised: day));

    [Fact]
    public void Only_a_promise_has_a_date() => Assert.Equal(new PromiseDateNotUsable(), Working().Finish(Secretary, Outcome.Solved, promised: "2026-04-30"));

    [Fact]
    public void A_promise_is_checked_followed_up_and_counts_as_closed_and_not_as_solved()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        Assert.Equal((Stage.Settled, Outcome.Promised), (scene.Stage, scene.Appeal.Outcome));
        Assert.Equal("2026-04-30 23:59:59.999", scene.Running(ClockKind.Promise)!.DueAt.Local());
        Assert.Equal((TurnKind.ProvePromise, TurnKey.Of(Unit(1))), (scene.Appeal.Turns.Single().Kind, scene.Appeal.Turns.Single().Key));
    }

    [Fact]
    public void Proven_and_accepted_it_is_solved_and_the_reporter_is_asked_again()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        var closed = scene.Appeal.ClosedAt;
        scene.WaitTo("2026-04-20 10:00");
        scene.Done(scene.Prove(Secretary));
        Assert.Equal(Stage.Checking, scene.Stage);
        scene.Done(scene.Pass(TownCentre));
        Assert.Equal((Stage.FollowingUp, Outcome.Solved, 1, closed), (scene.Stage, scene.Appeal.Outcome, scene.Appeal.Round, scene.Appeal.ClosedAt));
        Assert.Null(scene.Running(ClockKind.Promise));
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer));
        Assert.Equal(Stage.FollowingUp, scene.Stage);
        scene.Done(scene.FollowUp(Desk, 1));
        Assert.Equal(Stage.Settled, scene.Stage);
    }

    [Fact]
    public void It_is_proven_with_the_photos_that_the_category_wants()
    {
        var scene = Working("A1");
        scene.Done(scene.Finish(Secretary, Outcome.Promised, promised: "2026-04-30"), scene.Pass(TownCentre));

        Assert.Equal(new EvidenceMissing(0, 1), scene.Do(() => scene.Appeal.ProvePromise(scene.Words(), [], Unit(2), scene.Of(Secretary), scene.Rules)));
        Assert.Null(scene.Prove(Secretary));
    }

    [Fact]
    public void What_was_handed_in_as_explained_is_not_verified_as_solved_without_them()
    {
        var scene = Working("A1");
        scene.Done(scene.Finish(Secretary, Outcome.Explained));

        Assert.Equal(new EvidenceMissing(0, 1), scene.Pass(TownCentre, Outcome.Solved));
        Assert.Null(scene.Pass(TownCentre, Outcome.Explained));
    }

    [Fact]
    public void It_can_be_proven_before_the_reporter_was_asked()
    {
        var scene = Closed(Outcome.Promised, "2026-04-30");
        scene.Done(scene.Prove(Secretary), scene.Pass(TownCentre), scene.FollowUp(Desk, 1));
        Assert.Equal((Stage.Settled, Outcome.Solved), (scene.Stage, scene.Appeal.Outcome));
    }

    [Fact]
    public void The_attempts_before_the_proof_do_not_count_after_it()
    {
        var scene = Closed(Outcome.Promised, "2026-04-30");
        scene.Done(scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer), scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer));
        scene.WaitTo("2026-03-03 10:00");
        scene.Done(scene.Prove(Secretary), scene.Pass(TownCentre), scene.FollowUp(Desk, outcome: CallOutcome.NoAnswer));
        Assert.Equal(Stage.FollowingUp, scene.Stage);
    }

    [Fact]
    public void A_broken_promise_begins_a_new_round_by_itself()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.WaitTo("2026-05-01 00:00");
        Assert.Equal((Stage.Handling, 2, RoundReason.PromiseBroken, Unit(1)), (scene.Stage, scene.Appeal.Round, scene.Appeal.Rounds[^1].Reason, scene.Appeal.Lead));
        Assert.NotNull(scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.Promise).MissedAt);
        scene.CloseAgain();
    }

    [Fact]
    public void A_proof_that_is_refused_begins_a_new_round()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.Done(scene.Prove(Secretary));
        Assert.Equal(new OwnResult(), scene.Do(() => scene.Appeal.RejectResult(RejectionKind.Substance, null, scene.Words(), scene.Of(TownCentre) with { Person = PersonOf(Secretary) }, scene.Rules)));
        scene.Done(scene.Reject(TownCentre));
        Assert.Equal((Stage.Handling, RoundReason.PromiseBroken), (scene.Stage, scene.Appeal.Rounds[^1].Reason));
        Assert.Null(scene.Running(ClockKind.Promise));
    }

    [Fact]
    public void A_day_that_passes_while_the_proof_is_checked_breaks_nothing()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.WaitTo("2026-04-30 17:00");
        scene.Done(scene.Prove(Secretary));
        scene.WaitTo("2026-05-06 09:00");
        Assert.Equal(Stage.Checking, scene.Stage);
        scene.Done(scene.Pass(TownCentre));
        Assert.Null(scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.Promise).MissedAt);
    }

    [Fact]
    public void A_proof_is_not_accepted_as_one_more_promise()
    {
        var scene = Settled(Outcome.Promised, "2026-04-30");
        scene.Done(scene.Prove(Secretary));
        Assert.Equal(new PromiseDateNotUsable(), scene.Pass(TownCentre, Outcome.Promised));
    }

    [Fact]
    public void Nothing_is_accepted_as_promised_without_a_day() => Assert.Equal(new PromiseDateNotUsable(), Submitted().Pass(TownCentre, Outcome.Promised));

    [Fact]
    public void Nothing_is_proven_that_was_not_promised() => Assert.Equal(new StepNotPossible(Step.ProvePromise, Stage.Settled), Settled().Prove(Secretary));

    [Fact]
    public void Who_is_not_satisfied_with_a_promise_need_not_wait_for_its_day()
    {
        var scene = Closed(Outcome.Promised, "2026-04-30");
        scene.Done(scene.FollowUp(Desk, 5));
        Assert.Null(scene.Running(ClockKind.Promise));
        scene.WaitTo("2026-05-01 00:00");
        Assert.Equal(2, scene.Appeal.Round);
    }
}
