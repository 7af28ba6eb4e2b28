using Minqing.App.Kernel.Tables;
using Minqing.App.Regions.Changing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.App.Regions.Importing;

/// <summary>What the rows of a file make of the regions there are: new ones, changed ones, and what they were before.</summary>
internal sealed class RegionPlan(Dictionary<string, Region> known, DateOnly on, RowProblems problems)
{
    private readonly HashSet<string> refused = [];

    public List<Region> Added { get; } = [];

    public List<Region> Changed { get; } = [];

    public List<RegionVersion> Before { get; } = [];

    public List<RegionMove> Moves { get; } = [];

    public int Same { get; private set; }

    /// <summary>From the top down: whatever a row's parent is, it has been dealt with. A parent is of a higher kind, so there are no circles.</summary>
    public void Make(IReadOnlyList<RegionRow> rows)
    {
        var inFile = rows.Select(r => r.Code).ToHashSet();
        var others = known.Values.Where(r => !inFile.Contains(r.Code) && r.ParentId is not null).ToLookup(r => r.Level);
        var levels = rows.ToLookup(r => r.Level);
        foreach (var level in Enum.GetValues<RegionLevel>())
        {
            foreach (var row in levels[level])
                Make(row);
            if (Moves.Count > 0)
                FollowParents(others[level]);
        }
    }

    private void Make(RegionRow row)
    {
        if (Refused(row, out var parent) is { } problem)
            Refuse(row, problem);
        else if (!known.TryGetValue(row.Code, out var region))
            Add(new(new(Guid.CreateVersion7()), row.Code, row.Name, row.Level, parent, on));
        else if (!region.Differs(row.Name, row.Level, parent))
            Same++;
        else
            Change(region, () => region.Change(row.Code, row.Name, row.Level, parent, on));
    }

    private Problem? Refused(RegionRow row, out Region? parent)
    {
        parent = row.Parent is null ? null : known.GetValueOrDefault(row.Parent);
        if (known.TryGetValue(row.Code, out var region))
        {
            if (region.ClosedOn is { } closed)
                return new RegionIsClosed(row.Code, closed);
            if (region.Differs(row.Name, row.Level, parent) && region.Since > on)
                return new ChangedLater(row.Code, region.Since);
        }

        return row.Parent is null ? null
            : parent is null ? new ParentUnknown(row.Parent)
            : parent.Level >= row.Level ? new LevelNotBelowParent(row.Level, parent.Level)
            : parent.ClosedOn is { } end ? new RegionIsClosed(parent.Code, end)
            : null;
    }

    // A row below a refused one is not told: it may be right as soon as that one is.
    private void Refuse(RegionRow row, Problem problem)
    {
        refused.Add(row.Code);
        if (problem is not ParentUnknown(var parent) || !refused.Contains(parent))
            problems.Add(row.Row, problem);
    }

    private void Add(Region region)
    {
        known.Add(region.Code, region);
        Added.Add(region);
    }

    private void FollowParents(IEnumerable<Region> regions)
    {
        var moved = Moves.Select(m => m.Region).ToHashSet();
        var parents = known.Values.Where(r => moved.Contains(r.Id)).ToDictionary(r => r.Id);
        foreach (var region in regions)
        {
            if (parents.TryGetValue(region.ParentId!.Value, out var parent))
                Change(region, () => region.Follow(parent, on));
        }
    }

    private void Change(Region region, Func<RegionVersion?> change)
    {
        var path = region.Path;
        if (change() is { } before)
            Before.Add(before);
        Changed.Add(region);
        if (region.Path != path)
            Moves.Add(new(region.Id, path, region.Path));
    }
}
