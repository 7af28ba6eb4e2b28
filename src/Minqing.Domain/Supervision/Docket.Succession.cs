using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Domain.Supervision;

// Regions and units that others took the place of (O-09).
public sealed partial class Docket
{
    /// <summary>Its region stands elsewhere in the tree, or another took its place.</summary>
    public void MoveTo(RegionId region, string path, By by)
    {
        if (!Over && AreaMoved.Between(Region, Path, region, path) is { } moved)
        {
            Take(AreaMoved.Step, by, [], [moved]);
        }
    }

    /// <summary>What is open with units that are no more stands with their successors; its clocks run on as they are.</summary>
    public void Succeed(Succession succession, By by)
    {
        var post = OwnerPost is { } owner ? succession.Of(owner) : null;
        foreach (var (from, to) in succession.Units.Where(u => !Over && (OwnerUnit == u.Key || tasks.Exists(t => t.DoneAt is null && t.Unit == u.Key))))
        {
            Take("unit-succeeded", by, [], [new DocketSucceeded(from, to, post), .. Clocks.Where(c => c.Runs && c.Unit == from).Select(c => new ClockHanded(c.No, to))]);
        }
    }
}
