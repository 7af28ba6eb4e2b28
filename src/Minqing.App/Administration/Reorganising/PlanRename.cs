using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>A region or a unit gets another name on a day; what happened before keeps the old one (O-09).</summary>
public sealed class PlanRename(MinqingDb db, ManagedRegions regions, PlanReorganisation plan)
{
    private const int LongestName = 60;

    public async Task<Result<ReorganisationId>> RunAsync(Viewer viewer, RenameForm form, CancellationToken ct)
    {
        var day = regions.DayOf(form.Day);
        if (day.Problem is { } unusable)
            return unusable;
        if (Writing.Line(form.Name) is not { Length: <= LongestName } name)
            return Writing.Line(form.Name) is null ? new Missing("name") : new TooLong("name", LongestName);

        return form.Unit is { } code ? await UnitAsync(viewer, code.Trim(), name, day.Value, form.Reason, ct) : await RegionAsync(viewer, form.Region, name, day.Value, form.Reason, ct);
    }

    private async Task<Result<ReorganisationId>> RegionAsync(Viewer viewer, string? code, string name, DateOnly day, string? reason, CancellationToken ct)
    {
        var region = await regions.FindAsync(viewer, code, ct);
        if (region.Problem is { } problem)
            return problem;
        if ((region.Value.Name == name ? new SameName() : await regions.RefusedAsync([region.Value], day, ct)) is { } refused)
            return refused;

        return await plan.RunAsync(viewer, region.Value.Path, reason, words => new(ReorganisationKind.RegionRenamed, day, region.Value.Id, null, null, region.Value.Name, name, words, [], []), ct);
    }

    private async Task<Result<ReorganisationId>> UnitAsync(Viewer viewer, string code, string name, DateOnly day, string? reason, CancellationToken ct)
    {
        var found = await db.Units.AsNoTracking().Where(u => u.Code == code && u.Until == null).Join(db.Regions, u => u.RegionId, r => r.Id, (u, r) => new { Unit = u, r.Path }).FirstOrDefaultAsync(ct);
        if (found is null || !viewer.May(Permission.ManagePeople, found.Path))
            return viewer.May(Permission.ManagePeople) ? new NoSuchUnit(code) : new NotForYou(Permission.ManagePeople);

        var unit = found.Unit;
        if (unit.Name == name)
            return new SameName();
        if (await db.Reorganisations.AsNoTracking().Where(r => r.Unit == unit.Id && r.State == ReorganisationState.Planned).Select(r => (DateOnly?)r.Day).FirstOrDefaultAsync(ct) is { } planned)
            return new PlannedAlready(planned);

        return await plan.RunAsync(viewer, found.Path, reason, words => new(ReorganisationKind.UnitRenamed, day, unit.RegionId, null, unit.Id, unit.Name, name, words, [], []), ct);
    }
}

/// <summary>What gets another name (a region by its code, or a unit by its), from which day, by whose decision.</summary>
public sealed record RenameForm(string? Region, string? Unit, string? Name, DateOnly? Day, string? Reason);

/// <summary>There is no such unit in the viewer's area.</summary>
public sealed record NoSuchUnit(string Code) : NotFound;
