using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "H-25")]
public sealed class UnfoundedTests
{
    [Fact]
    public void Without_a_reason_nothing_is_unfounded()
    {
        var scene = Working();
        Assert.Equal(new UnfoundedReasonMissing(), scene.Do(() => scene.Appeal.Finish(Handed(scene, Outcome.Unfounded, null), Unit(3), scene.Reports, scene.Of(Secretary), scene.Rules)));
        Assert.Equal(new UnfoundedReasonMissing(), scene.Do(() => scene.Appeal.Finish(Handed(scene, Outcome.Explained, UnfoundedReason.BeyondReason), Unit(3), scene.Reports, scene.Of(Secretary), scene.Rules)));
    }

    [Fact]
    public void The_check_finds_it_unfounded_only_when_it_was_handed_in_so()
    {
        var scene = Submitted(Outcome.Explained);
        Assert.Equal(new NotHandedInAsUnfounded(), scene.Pass(TownCentre, Outcome.Unfounded));
    }

    [Fact]
    public void Handed_in_with_its_reason_and_checked_it_counts_apart_from_solved()
    {
        var scene = Working();
        scene.Done(scene.Do(() => scene.Appeal.Finish(Handed(scene, Outcome.Unfounded, UnfoundedReason.UntrueAfterCheck), Unit(3), scene.Reports, scene.Of(Secretary), scene.Rules)));
        Assert.Equal(new StepNotYours(Step.PassCheck), scene.Pass(TownCentre));
        scene.Done(scene.Pass(CountyCentre));
        Assert.Equal((Outcome.Unfounded, UnfoundedReason.UntrueAfterCheck), (scene.Appeal.Outcome, scene.Appeal.Rounds[^1].Unfounded));
    }

    private static Handed Handed(Scene scene, Outcome outcome, UnfoundedReason? reason) => new(scene.Words(), scene.Words(), outcome, null, Grade.Ordinary, "C4", [], reason);
}
