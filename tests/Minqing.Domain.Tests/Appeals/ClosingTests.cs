using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-20")]
public sealed class ClosingTests
{
    [Fact]
    public void A_result_is_the_checkers_turn_and_the_handle_clock_is_silent()
    {
        var scene = Submitted();
        Assert.Equal((TurnKind.Check, TurnKey.Of(Unit(2))), (scene.Appeal.Turns.Single().Kind, scene.Appeal.Turns.Single().Key));
        Assert.Null(scene.Running(ClockKind.Handle)!.WakeAt);
        Assert.Null(scene.Appeal.ClosedAt);
    }

    [Fact]
    public void Done_needs_the_evidence_of_its_category()
    {
        var scene = Working("A1");
        Assert.Equal(new EvidenceMissing(0, 1), scene.Finish(Secretary));
        Assert.Equal(new EvidenceMissing(0, 1), scene.Finish(Secretary, Outcome.Solved));
        Assert.Null(scene.Finish(Secretary, photos: 1));
    }

    [Fact]
    public void The_evidence_is_that_of_the_category_that_the_handler_confirms() =>
        Assert.Equal(new EvidenceMissing(0, 1), Working().Finish(Secretary, category: "A1"));

    [Fact]
    public void A_category_may_want_to_see_how_it_was_and_that_the_photo_was_taken_there_or_read_why_not()
    {
        var place = new Point(36.54, 104.17);
        var rules = CityRules.Rules with { Profile = CityRules.Profile with { Categories = [.. CityRules.Profile.Categories.Select(c => c.Code == "A1" ? c with { ShowsBefore = true, Within = 300 } : c)] } };
        var scene = new Scene(rules, Kernel.China.At("2026-03-02 09:00"), "A1");
        scene.Done(scene.Call(Secretary), scene.Sign(Secretary));

        Assert.Equal(new NoPhotoOfBefore(), Finish(new(false, [place], null)));
        Assert.Equal(new NoPositionInPhotos(), Finish(new(true, [], null)));
        Assert.Equal(new PhotosTakenElsewhere(1111, 300), Finish(new(true, [new(36.55, 104.17)], null)));
        Assert.Null(Finish(new(false, [], null), Outcome.Explained, dry: true));
        scene.Done(Finish(new(true, [new(36.55, 104.17), new(36.5405, 104.17)], null), dry: true));
        var why = scene.Words();
        scene.Done(Finish(new(false, [], why)));
        Assert.Equal(why.Id, scene.Appeal.Taken[^1].Facts.OfType<ResultSubmitted>().Single().Unshown);

        Problem? Finish(PhotosShow shown, Outcome outcome = Outcome.Solved, bool dry = false)
        {
            var on = dry ? Again() : scene;
            return on.Do(() => on.Appeal.Finish(new(on.Words(), on.Words(), outcome, null, on.Appeal.Grade, "A1", [new(new(Id(501)), "aa")], null, shown), Unit(2), on.Reports, on.Of(Secretary), on.Rules));
        }

        Scene Again()
        {
            var other = new Scene(rules, Kernel.China.At("2026-03-02 09:00"), "A1");
            other.Done(other.Call(Secretary), other.Sign(Secretary));
            return other;
        }
    }

    [Fact]
    public void An_explanation_needs_no_photo() => Assert.Null(Working("A1").Finish(Secretary, Outcome.Explained));

    [Fact]
    public void The_category_is_one_of_the_profile() => Assert.Equal(new UnknownCategory("Z9"), Working().Finish(Secretary, category: "Z9"));

    [Fact, Trait("Spec", "D-02")]
    public void A_handler_who_changes_category_or_grade_gains_no_time()
    {
        var scene = Working();
        var (due, rule) = (scene.Running(ClockKind.Handle)!.DueAt, scene.Running(ClockKind.Handle)!.Rule);
        scene.Done(scene.Finish(Secretary, category: "A2", grade: Grade.Difficult)); // handle-water: twenty days
        Assert.Equal((due, rule), (scene.Running(ClockKind.Handle)!.DueAt, scene.Running(ClockKind.Handle)!.Rule));
        scene.Done(scene.Reject(TownCentre));
        Assert.Equal((due, rule), (scene.Running(ClockKind.Handle)!.DueAt, scene.Running(ClockKind.Handle)!.Rule));
    }

    [Fact, Trait("Spec", "S-01")]
    public void Refused_twice_by_the_check_it_calls_for_those_who_supervise()
    {
        var scene = Submitted();
        scene.Done(scene.Reject(TownCentre), scene.Finish(Secretary));
        Assert.Equal(Concern.None, scene.Appeal.Concerns & Concern.Returned);
        scene.Done(scene.Reject(TownCentre));
        Assert.Equal(Concern.Returned, scene.Appeal.Concerns & Concern.Returned);
    }

    [Fact, Trait("Spec", "H-21")]
    public void The_check_closes_it_as_of_when_it_was_handed_in()
    {
        var scene = Submitted();
        var handed = scene.Now;
        scene.WaitTo("2026-03-06 09:00"); // the limit passes during the check
        scene.Done(scene.Pass(TownCentre));
        var handle = scene.Appeal.Clocks.Single(c => c.Kind == ClockKind.Handle);
        Assert.Equal((handed, null), (handle.MetAt, handle.MissedAt));
        Assert.Equal((Stage.FollowingUp, scene.Now, Outcome.Solved), (scene.Stage, scene.Appeal.ClosedAt, scene.Appeal.Outcome));
        Assert.All(scene.Appeal.Orders, o => Assert.Equal(OrderState.Done, o.State));
    }

    [Fact]
    public void What_the_check_verifies_stands_beside_what_was_claimed()
    {
        var scene = Submitted();
        scene.Done(scene.Pass(TownCentre, Outcome.Unsolved));
        Assert.Equal((Outcome.Solved, Outcome.Unsolved, Outcome.Unsolved), (scene.Appeal.Rounds[0].Claimed, scene.Appeal.Rounds[0].Verified, scene.Appeal.Outcome));
    }

    [Fact]
    public void Nobody_checks_their_own_result()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary), scene.Accept(TownCentre), scene.Raise(TownCentre), scene.Accept(CountyCentre), scene.Raise(CountyCentre), scene.Accept(CityCentre), scene.Finish(CityCentre));
        Assert.Equal(new OwnResult(), scene.Pass(CityCentre));
        Assert.Equal(new OwnResult(), scene.Reject(CityCentre));
        Assert.Null(scene.Pass(OtherOfCityCentre));
    }

    [Fact, Trait("Spec", "H-21"), Trait("Spec", "H-25")]
    public void A_colleague_who_signed_for_it_does_not_check_what_another_handed_in()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary), scene.Accept(TownCentre), scene.Raise(TownCentre), scene.Accept(CountyCentre), scene.Raise(CountyCentre), scene.Accept(CityCentre), scene.Finish(OtherOfCityCentre, Outcome.Unfounded));
        Assert.Equal(new OwnResult(), scene.Pass(CityCentre));
        Assert.Equal(new OwnResult(), scene.Reject(CityCentre));
    }

    [Fact, Trait("Spec", "H-21"), Trait("Spec", "H-25")]
    public void Who_is_of_the_unit_that_did_it_does_not_check_it_by_another_post()
    {
        var scene = Submitted(Outcome.Unfounded);
        var both = new Hand(PersonOf(Police), "web", [Police, TownCentre], scene.Now);
        Assert.Equal(new OwnUnitsResult(), scene.Do(() => scene.Appeal.PassCheck(Outcome.Unfounded, both, scene.Rules)));
        Assert.Equal(new OwnUnitsResult(), scene.Do(() => scene.Appeal.RejectResult(RejectionKind.Substance, null, scene.Words(), both, scene.Rules)));
        Assert.Null(scene.Pass(TownCentre));
    }

    [Fact, Trait("Spec", "H-21")]
    public void Who_signed_for_it_and_sent_it_up_may_check_what_others_did()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary), scene.Accept(TownCentre), scene.Raise(TownCentre), scene.Accept(CountyCentre), scene.Finish(CountyCentre));
        var both = new Hand(PersonOf(TownCentre), "web", [TownCentre, CityCentre], scene.Now);
        Assert.Null(scene.Do(() => scene.Appeal.PassCheck(Outcome.Solved, both, scene.Rules)));
    }

    [Fact, Trait("Spec", "H-21")]
    public void Only_the_level_named_checks() => Assert.Equal(new StepNotYours(Step.PassCheck), Submitted().Pass(CountyCentre));

    [Theory, InlineData(RejectionKind.Substance), InlineData(RejectionKind.Wording), Trait("Spec", "H-21")]
    public void Refused_it_goes_back_to_work_and_the_clock_never_stopped(RejectionKind kind)
    {
        var scene = Submitted();
        scene.WaitTo("2026-03-06 09:00");
        scene.Done(scene.Reject(TownCentre, kind));
        Assert.Equal((Stage.Handling, OrderState.Working, 1), (scene.Stage, scene.Lead.State, scene.Appeal.Rounds[0].Rejections));
        scene.Wait(scene.Now);
        Assert.Equal("2026-03-05 23:59:59.999", scene.Running(ClockKind.Handle)!.MissedAt!.Value.Local());
        Assert.Null(scene.Finish(Secretary));
    }

    [Fact, Trait("Spec", "D-03")]
    public void A_check_that_takes_too_long_is_the_checkers_miss()
    {
        var scene = Submitted();
        scene.WaitTo("2026-03-09 09:00");
        Assert.Equal((Unit(2), "2026-03-05 23:59:59.999"), (scene.Running(ClockKind.Check)!.Unit, scene.Running(ClockKind.Check)!.MissedAt!.Value.Local()));
        Assert.Null(scene.Running(ClockKind.Handle)!.MissedAt);
    }

    [Fact]
    public void Nothing_is_checked_that_was_not_handed_in() => Assert.Equal(new StepNotPossible(Step.PassCheck, Stage.Handling), Working().Pass(TownCentre));
}
