using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Tests.Kernel;
using static Minqing.Domain.Tests.Appeals.Begun;
using static Minqing.Domain.Tests.Appeals.City;

namespace Minqing.Domain.Tests.Appeals;

[Trait("Spec", "D-02")]
public sealed class ReclassifyTests
{
    [Fact]
    public void The_centre_may_lengthen_and_shorten_from_the_old_start_and_both_rules_are_kept()
    {
        var scene = Working();
        scene.WaitTo("2026-03-03 10:00");
        scene.Done(scene.Reclassify(TownCentre, "A2", Grade.Ordinary, Urgency.Normal));
        var clock = scene.Running(ClockKind.Handle)!;
        Assert.Equal(("2026-03-30 23:59:59.999", "handle-water"), (clock.DueAt.Local(), clock.Rule.Id));
        Assert.Equal(("handle-village", "2026-03-05 23:59:59.999"), (clock.Changes[0].RuleBefore!.Id, clock.Changes[0].DueBefore.Local()));
        scene.Done(scene.Reclassify(CountyCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal(("2026-03-03 23:59:59.999", "2026-03-05 23:59:59.999"), (clock.DueAt.Local(), clock.OriginalDueAt.Local()));
        Assert.Equal(2, clock.Changes.Count);
        Assert.Equal(("C4", Urgency.Urgent), (scene.Appeal.Category, scene.Appeal.Urgency));
    }

    [Fact]
    public void Who_handles_it_gains_no_time_by_seeing_it_differently_and_may_lose_some()
    {
        var scene = Reported(level: 2);
        var clock = scene.Running(ClockKind.Handle)!;
        scene.Done(scene.Reclassify(TownCentre, "A2", Grade.Ordinary, Urgency.Normal));
        Assert.Equal(("2026-03-09 23:59:59.999", "A2"), (clock.DueAt.Local(), scene.Appeal.Category));
        scene.Done(scene.Reclassify(TownCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Equal("2026-03-03 23:59:59.999", clock.DueAt.Local());
        scene.Done(scene.Reclassify(TownCentre, "C4", Grade.Ordinary, Urgency.Normal));
        Assert.Equal("2026-03-03 23:59:59.999", clock.DueAt.Local());

        scene.Done(scene.Reclassify(CountyCentre, "A2", Grade.Ordinary, Urgency.Normal));

        Assert.Equal("2026-03-30 23:59:59.999", clock.DueAt.Local());
    }

    [Fact]
    public void A_rule_that_stays_is_no_change()
    {
        var scene = Working();
        scene.Done(scene.Reclassify(TownCentre, "A1", Grade.Larger, Urgency.Normal));
        Assert.All(scene.Appeal.Clocks, c => Assert.Empty(c.Changes));
        Assert.Equal(("A1", Grade.Larger), (scene.Appeal.Category, scene.Appeal.Grade));
    }

    [Fact]
    public void The_unit_asked_above_keeps_the_rule_of_its_level()
    {
        var scene = Working();
        scene.Done(scene.Raise(Secretary, level: 3));
        var due = scene.Running(ClockKind.Sign)!.DueAt;
        scene.Done(scene.Reclassify(CountyCentre, "A1", Grade.Larger, Urgency.Normal));
        Assert.Equal(("sign-county", due), (scene.Running(ClockKind.Sign)!.Rule.Id, scene.Running(ClockKind.Sign)!.DueAt));
    }

    [Fact]
    public void Handlers_of_the_village_do_not() => Assert.Equal(new StepNotYours(Step.Reclassify), Working().Reclassify(Secretary, "A1", Grade.Ordinary, Urgency.Normal));

    [Fact]
    public void A_centre_elsewhere_does_not()
    {
        var elsewhere = TownCentre with { Path = "62/04/02/002/" };
        var scene = Working();
        Assert.Equal(new StepNotYours(Step.Reclassify), scene.Do(() => scene.Appeal.Reclassify("A1", Grade.Ordinary, Urgency.Normal, scene.Words(), [], scene.Of(elsewhere with { Id = TownCentre.Id }) with { Person = PersonOf(TownCentre) }, scene.Rules)));
    }

    [Fact]
    public void The_category_is_one_of_the_profile() => Assert.Equal(new UnknownCategory("Z9"), Working().Reclassify(TownCentre, "Z9", Grade.Ordinary, Urgency.Normal));

    [Fact]
    public void While_it_is_checked_the_handle_clock_stays_silent()
    {
        var scene = Submitted();
        scene.Done(scene.Reclassify(TownCentre, "C4", Grade.Ordinary, Urgency.Urgent));
        Assert.Null(scene.Running(ClockKind.Handle)!.WakeAt);
    }

    [Fact, Trait("Spec", "H-18")]
    public void Notes_are_written_by_those_of_the_area()
    {
        var scene = Working();
        Assert.Null(scene.Note(Desk));
        Assert.Equal(new StepNotYours(Step.Note), scene.Note(NextVillage));
        Assert.Equal("note", scene.Appeal.Taken[^1].Step);
    }

    [Fact]
    public void Merged_it_rests_and_unmerged_it_is_as_before()
    {
        var scene = Working();
        var master = Working();
        Assert.Equal(new MergeWithItself(), scene.Do(() => scene.Appeal.MergeInto(scene.Appeal, scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Null(scene.Do(() => scene.Appeal.MergeInto(Other(master), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Stage.Merged, true), (scene.Stage, scene.Appeal.Ended));
        Assert.Empty(scene.Appeal.Turns);
        Assert.Equal(new AppealId(Id(77)), scene.Report.Worked);
        scene.WaitTo("2026-03-10 09:00");
        Assert.Null(scene.Do(() => scene.Appeal.Unmerge([], scene.Reports, scene.Of(TownCentre), scene.Rules)));
        Assert.Equal((Stage.Handling, null), (scene.Stage, scene.Appeal.MergedInto));
        Assert.Equal("2026-03-13 23:59:59.999", scene.Running(ClockKind.Handle)!.DueAt.Local());
        Assert.Null(scene.Finish(Secretary));
    }

    [Fact, Trait("Spec", "I-32"), Trait("Spec", "H-02")]
    public void Into_what_is_being_closed_goes_only_what_somebody_has_called_about()
    {
        var (scene, master) = (Reported(), Submitted());
        var closing = master.Appeal;

        Assert.IsType<ReporterNotContacted>(scene.Do(() => scene.Appeal.MergeInto(Same(closing), scene.Reports, scene.Of(TownCentre), scene.Rules)));
        scene.Done(scene.Call(Secretary));

        Assert.Null(scene.Do(() => scene.Appeal.MergeInto(Same(closing), scene.Reports, scene.Of(TownCentre), scene.Rules)));
    }

    // Scenes all have one id; as another appeal it is rebuilt under one of its own.
    private static Appeal Same(Appeal appeal)
    {
        var other = Appeal.Empty(new AppealId(Id(78)));
        other.Rebuild(appeal.Taken);
        return other;
    }

    private static Appeal Other(Scene scene) => scene.Part(77, At(1), scene.Of(TownCentre)).Value;
}
