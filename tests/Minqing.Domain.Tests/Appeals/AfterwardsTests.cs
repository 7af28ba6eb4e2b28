using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

public sealed class AfterwardsTests
{
    private static readonly PostId Leader = new(Id(77));

    [Fact, Trait("Spec", "H-23")]
    public void Started_again_at_the_top_it_stays_and_a_leader_is_named()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, 4));
        scene.CloseAgain();
        scene.Done(scene.Do(() => scene.Report.FollowUp(scene.Appeal, new(CallOutcome.Reached, 5, 5, 5), scene.Of(Desk), scene.Rules, [], null, Leader)));
        Assert.Equal((1, Leader), (scene.Appeal.Level, scene.Appeal.Leader));
    }

    [Fact, Trait("Spec", "H-23")]
    public void Where_something_is_above_no_leader_is_named()
    {
        var scene = Closed();
        scene.Done(scene.FollowUp(Desk, 4));
        scene.CloseAgain();
        scene.Done(scene.Do(() => scene.Report.FollowUp(scene.Appeal, new(CallOutcome.Reached, 5, 5, 5), scene.Of(Desk), scene.Rules, [], At(2), Leader)));
        Assert.Equal((2, null), (scene.Appeal.Level, scene.Appeal.Leader));
    }

    [Fact, Trait("Spec", "H-23")]
    public void The_same_seed_draws_the_same_appeals_and_about_as_many_as_it_says()
    {
        var (rules, other) = (new SampleRules(5, "2026"), new SampleRules(5, "2027"));
        var ids = Enumerable.Range(1, 4000).Select(n => new Guid(n, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)).ToList();
        var drawn = ids.Where(id => rules.Draws(id, 1)).ToList();
        Assert.Equal(drawn, ids.Where(id => rules.Draws(id, 1)));
        Assert.InRange(drawn.Count, 140, 260);
        Assert.NotEqual(drawn, ids.Where(id => other.Draws(id, 1)));
        Assert.DoesNotContain(ids, id => SampleRules.None.Draws(id, 1));
    }

    [Fact, Trait("Spec", "H-28")]
    public void The_check_rates_with_its_yes_and_its_no_and_nobody_averages()
    {
        var scene = Submitted();
        scene.Done(scene.Do(() => scene.Appeal.RejectResult(RejectionKind.Substance, null, scene.Words(), scene.Of(TownCentre), scene.Rules, new(4, scene.Words()))));
        scene.Done(scene.Finish(Secretary));
        Assert.Equal(new NotARating("rating"), scene.Do(() => scene.Appeal.PassCheck(Outcome.Solved, scene.Of(TownCentre), scene.Rules, new(0, null))));
        scene.Done(scene.Do(() => scene.Appeal.PassCheck(Outcome.Solved, scene.Of(TownCentre), scene.Rules, new(1, null))));
        scene.Done(scene.FollowUp(Desk, 3));
        Assert.Equal([4, 1], scene.Appeal.HandlingRatings.Select(r => r.Rating));
        Assert.Equal([3], scene.Report.FollowUps.Select(f => f.Result!.Value));
    }

    [Fact, Trait("Spec", "H-26")]
    public void A_photo_used_before_taken_far_away_or_too_early_is_a_sign_and_a_good_one_is_none()
    {
        var scene = Closed();
        var round = scene.Appeal.Rounds[^1];
        IEnumerable<SeenSign> Signs(params EvidencePhoto[] photos) => FalseSigns.Of(scene.Appeal, scene.Reports, round, photos, new(0, 500, 30));
        IEnumerable<FalseSign> Found(params EvidencePhoto[] photos) => Signs(photos).Select(s => s.Sign);

        Assert.Equal([new(FalseSign.PhotoTakenElsewhere, Id(1), null, 1111)], Signs(new EvidencePhoto(Id(1), new(36.55, 104.17), null, null)));
        Assert.Empty(Found(new EvidencePhoto(Id(1), new(36.544, 104.17), null, null)));
        Assert.Equal([FalseSign.PhotoReused, FalseSign.PhotoTakenBefore], Found(new EvidencePhoto(Id(1), null, scene.Appeal.ReceivedAt.AddHours(-1), new AppealId(Id(9)))));
        Assert.Empty(Found(new EvidencePhoto(Id(1), scene.Appeal.Point, scene.Appeal.ReceivedAt.AddMinutes(1), null)));
        Assert.InRange(new Point(36.5, 104.1).MetresTo(new(36.51, 104.1)), 1100, 1125);
    }

    [Fact, Trait("Spec", "H-26")]
    public void Handed_in_within_minutes_and_nobody_reached_in_that_round_is_a_sign()
    {
        var scene = Closed();
        scene.Now = scene.Now.AddHours(1);
        scene.Done(scene.FollowUp(Desk, 4));
        scene.Now = scene.Now.AddMinutes(4);
        scene.Done(scene.Sign(Secretary), scene.Finish(Secretary));
        SeenSign[] Found(int round, int minutes) => [.. FalseSigns.Of(scene.Appeal, scene.Reports, scene.Appeal.Rounds[round], [], new(minutes, 500, 30))];

        Assert.Equal([new(FalseSign.ClosedWithoutCall, null, null, 4)], Found(1, 10));
        Assert.Empty(Found(1, 3));
        Assert.Empty(Found(0, 10)); // called
    }
}
