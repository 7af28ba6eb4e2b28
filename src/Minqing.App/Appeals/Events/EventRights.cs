using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Appeals.Events;

/// <summary>Who keeps the mass events of an area: those whom the profile's flow lets join appeals to one. Who answers for it sees them.</summary>
public sealed class EventRights(RuleBook rules)
{
    /// <summary>The post by which the viewer may open, answer and end an event there; null when none does.</summary>
    public HeldPost? KeeperOf(Viewer viewer, string path) =>
        viewer.Posts.FirstOrDefault(p => new RegionPath(p.Path).Contains(path) && rules.For(path).Workflow.Allows(Step.JoinEvent, Stage.Handling, p.Role));

    public bool Sees(Viewer viewer, string path) =>
        KeeperOf(viewer, path) is not null
        || viewer.Scope(Permission.SeeLeaderView).Reaches.Any(r => r.Area is { } area && (area.Contains(path) || new RegionPath(path).Contains(area.Value)));

    /// <summary>Within which areas the viewer sees all events, and which regions above these, whose events reach into them.</summary>
    public (IReadOnlyList<RegionPath> Within, IReadOnlyList<string> Above) Areas(Viewer viewer)
    {
        var led = viewer.Scope(Permission.SeeLeaderView).Reaches.Select(r => r.Area).OfType<RegionPath>().ToList();
        return ([.. led.Concat(viewer.Posts.Where(p => KeeperOf(viewer, p.Path) is not null).Select(p => new RegionPath(p.Path))).Distinct()], [.. led.SelectMany(a => a.Lineage()).Select(p => p.Value).Distinct()]);
    }

    /// <summary>Whether there is anything here for the viewer at all.</summary>
    public bool Sees(Viewer viewer) => viewer.May(Permission.SeeLeaderView) || viewer.Posts.Any(p => KeeperOf(viewer, p.Path) is not null);
}
