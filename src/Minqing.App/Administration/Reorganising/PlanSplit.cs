using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>A grid is split: new grids are taken out of it on a day, with the codes that go there; what is not named stays (O-09).</summary>
public sealed class PlanSplit(MinqingDb db, ManagedRegions regions, PlanReorganisation plan)
{
    public const int PartsAtMost = 9;
    private const int LongestName = 60;

    public async Task<Result<ReorganisationId>> RunAsync(Viewer viewer, SplitForm form, CancellationToken ct)
    {
        var (grid, day) = (await regions.FindAsync(viewer, form.Grid, ct), regions.DayOf(form.Day));
        if ((grid.Problem ?? day.Problem) is { } problem)
            return problem;

        var names = form.Parts.Select(p => Writing.Line(p.Name)).ToList();
        var village = grid.Value is { Level: RegionLevel.Grid, ParentId: { } above } ? await db.Regions.AsNoTracking().FirstAsync(r => r.Id == above, ct) : null;
        if (village is null || names.Count is 0 or > PartsAtMost || names.Exists(n => n is null or { Length: > LongestName }) || names.Distinct().Count() < names.Count
            || await db.Regions.Open().AnyAsync(r => r.ParentId == village.Id && names.Contains(r.Name), ct))
            return new PartsNotUsable();
        if (await regions.RefusedAsync([grid.Value], day.Value, ct) is { } refused)
            return refused;

        var hanging = await db.SiteCodes.AsNoTracking().Where(c => c.Region == grid.Value.Id).ToDictionaryAsync(c => c.Code, c => c.Id.Value, ct);
        var given = form.Parts.SelectMany(p => p.Codes.Select(c => SiteCodeText.Parse(c) ?? c)).ToList();
        if ((given.Find(c => !hanging.ContainsKey(c)) ?? given.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1)?.Key) is { } wrong)
            return new CodeNotOfGrid(wrong);

        var codes = await GridCodes.FreeAsync(db, village.Code, names.Count, ct);
        if (codes is null)
            return new PartsNotUsable();

        return await plan.RunAsync(
            viewer, grid.Value.Path, form.Reason,
            words => new(ReorganisationKind.GridSplit, day.Value, grid.Value.Id, null, null, grid.Value.Name, string.Join('、', names), words,
                [.. form.Parts.Select((p, i) => new GridPart(names[i]!, codes[i], [.. p.Codes.Select(c => hanging[SiteCodeText.Parse(c) ?? c])]))], []),
            ct);
    }
}

/// <summary>The grid, from which day, by whose decision, and what is taken out of it.</summary>
public sealed record SplitForm(string? Grid, DateOnly? Day, string? Reason, IReadOnlyList<PartForm> Parts);

/// <summary>A grid to be: its name, and the posted codes that go there.</summary>
public sealed record PartForm(string? Name, IReadOnlyList<string> Codes);
