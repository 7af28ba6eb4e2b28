using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>Changes regions, units, posts and codes as a reorganisation says, for <see cref="CarryOut"/> to save.</summary>
public sealed class Reshaping(MinqingDb db, OnwardUnits units, OnwardPosts posts)
{
    internal async Task<Result<Reshaped>> OfAsync(Reorganisation it, By by, CancellationToken ct) => it.Kind switch
    {
        ReorganisationKind.RegionMerged => await MergeAsync(it, by, ct),
        ReorganisationKind.GridSplit => await SplitAsync(it, by, ct),
        ReorganisationKind.RegionRenamed => await RenameRegionAsync(it, ct),
        ReorganisationKind.UnitRenamed => await RenameUnitAsync(it, by, ct),
    };

    private async Task<Result<Reshaped>> MergeAsync(Reorganisation it, By by, CancellationToken ct)
    {
        var (from, into) = (await db.Regions.SingleAsync(r => r.Id == it.Region, ct), await db.Regions.SingleAsync(r => r.Id == it.Successor, ct));
        if (from.ClosedOn is not null || into.ClosedOn is not null)
            return new NoSuchRegion(from.ClosedOn is not null ? from.Code : into.Code);
        if (from.Since > it.Day)
            return new RegionChangedLater(from.Since);

        var below = await db.Regions.Open().Under(from).Where(r => r.Id != from.Id).OrderBy(r => r.Path).ToListAsync(ct);
        string[] areas = [from.Path, .. below.Select(b => b.Path)];
        if (await MoveAsync(below, from, into, it.Day, ct) is { } problem)
            return problem;

        from.MergeInto(into, it.Day);
        var (joined, touched) = await units.OfMergedAsync(from, into, by.At, ct);
        var (continued, closed) = await posts.OfMergedAsync(from, into, it.Moving, joined, by, ct);
        var codes = await db.SiteCodes.Where(c => c.Region == from.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.Region, into.Id), ct);
        var ids = below.ConvertAll(b => b.Id);
        codes += await db.SiteCodes.InUse().CountAsync(c => ids.Contains(c.Region), ct);
        foreach (var (gone, next) in joined)
            await db.SiteCodes.Where(c => c.Unit == gone).ExecuteUpdateAsync(s => s.SetProperty(c => c.Unit, (UnitId?)next), ct);
        return new Reshaped(new(new Dictionary<RegionId, RegionId> { [from.Id] = into.Id }, joined, continued), areas, codes, closed, touched);
    }

    // A village keeps its code until the State's list gives it another. A grid's is its village's and three digits, so that it gets another with another village.
    private async Task<Problem?> MoveAsync(List<Region> below, Region from, Region into, DateOnly on, CancellationToken ct)
    {
        if (below.Find(r => r.Since > on) is { } later)
            return new RegionChangedLater(later.Since);

        var names = await db.Regions.Open().Where(r => r.ParentId == into.Id).Select(r => r.Name).ToListAsync(ct);
        var grids = below.Where(r => r.ParentId == from.Id && r.Level == RegionLevel.Grid).ToList();
        if (await GridCodes.FreeAsync(db, into.Code, grids.Count, ct) is not { } codes)
            return new PartsNotUsable();

        foreach (var (grid, code) in grids.Zip(codes))
            Keep(grid.Change(code, GoingNames.Of(grid.Name, from.Name, names), RegionLevel.Grid, into, on));
        var over = new Dictionary<RegionId, Region> { [from.Id] = into };
        foreach (var region in below.Except(grids))
        {
            Keep(region.Change(region.Code, region.ParentId == from.Id ? GoingNames.Of(region.Name, from.Name, names) : region.Name, region.Level, over[region.ParentId!.Value], on));
            over.Add(region.Id, region);
        }

        return null;
    }

    private async Task<Result<Reshaped>> SplitAsync(Reorganisation it, By by, CancellationToken ct)
    {
        var grid = await db.Regions.SingleAsync(r => r.Id == it.Region, ct);
        if (grid.ClosedOn is not null)
            return new NoSuchRegion(grid.Code);
        if (grid.ParentId is null)
            return new PartsNotUsable();

        var village = await db.Regions.SingleAsync(r => r.Id == grid.ParentId, ct);
        if (await GridCodes.FreeAsync(db, village.Code, it.Parts.Count, ct) is not { } codes)
            return new PartsNotUsable();

        var (moved, opened) = (0, 0);
        var parts = it.Parts.Zip(codes, (part, code) => (Part: part, Region: new Region(new(Guid.CreateVersion7()), code, part.Name, RegionLevel.Grid, village, it.Day))).ToList();
        foreach (var (part, region) in parts)
        {
            db.Regions.Add(region);
            var ids = part.SiteCodes.Select(c => new SiteCodeId(c)).ToList();
            moved += await db.SiteCodes.Where(c => c.Region == grid.Id && ids.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Region, region.Id), ct);
            opened += await posts.OfPartAsync(grid, region, by, ct);
        }

        var touched = await units.OfSplitAsync(grid, [.. parts.Select(p => p.Region.Id)], by.At, ct);
        return new Reshaped(Succession.None, [grid.Path], moved, opened, touched);
    }

    private async Task<Result<Reshaped>> RenameRegionAsync(Reorganisation it, CancellationToken ct)
    {
        var region = await db.Regions.SingleAsync(r => r.Id == it.Region, ct);
        if (region.ClosedOn is not null)
            return new NoSuchRegion(region.Code);
        if (region.Since > it.Day)
            return new RegionChangedLater(region.Since);

        Keep(region.Change(region.Code, it.NewName, region.Level, await db.Regions.SingleOrDefaultAsync(r => r.Id == region.ParentId, ct), it.Day));
        return new Reshaped(Succession.None, [], 0, 0, 0);
    }

    private async Task<Result<Reshaped>> RenameUnitAsync(Reorganisation it, By by, CancellationToken ct)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == it.Unit, ct);
        if (unit.Until is not null)
            return new NoSuchUnit(unit.Code);

        unit.Change(unit.Now with { Name = it.NewName }, by.At);
        return new Reshaped(Succession.None, [], 0, 0, 1);
    }

    private void Keep(RegionVersion? before)
    {
        if (before is not null)
            db.RegionVersions.Add(before);
    }
}
