using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Merging, co-units, suspension: the rules that the tables carry already.
public sealed partial class Appeal
{
    private const string Merged = "merged";

    // Both databases hold it as it is.
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Goes into another appeal: keeps its row, journal and stage; its clocks stand still, a miss before stays.</summary>
    public Problem? MergeInto(AppealId master, By by)
    {
        if (Ended || master == Id)
        {
            return new StepNotPossible(Step.Reclassify, Stage);
        }

        Take("merge", by, [], [.. Clocks.Where(c => c.Runs && c.StoppedAt is null).Select(c => new ClockStopped(c.No, Merged, Never)), new AppealMerged(master)]);
        return null;
    }

    /// <summary>Stands for itself again, exactly as before, its clocks going on.</summary>
    public Problem? Unmerge(By by, Rules rules)
    {
        if (MergedInto is null || StageBefore is not { } before)
        {
            return new StepNotPossible(Step.Reclassify, Stage);
        }

        Take("unmerge", by, [], [.. Clocks.Where(c => c.StoppedAt is not null && c.Changes[^1].Reason == Merged).Select(c => c.Resume(rules.Timetable, by.At)), new AppealUnmerged(before)]);
        return null;
    }

    /// <summary>Names whom the appeal is about; no step may address it from now on.</summary>
    public void NameTarget(UnitId? unit, PostId? post, IReadOnlyList<UnitId> within, By by) =>
        Take("name-target", by, [], [new TargetNamed(targets.Count + 1, unit, post, within)]);
}
