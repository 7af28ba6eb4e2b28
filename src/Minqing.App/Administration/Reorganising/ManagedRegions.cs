using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What an administrator may reorganise: open regions of their area of which nothing else is planned, for today or a later day.</summary>
public sealed class ManagedRegions(MinqingDb db, TimeProvider clock)
{
    private const int DaysAhead = 366;

    /// <summary>An open region, by its code, where the viewer manages regions.</summary>
    public async Task<Result<Region>> FindAsync(Viewer viewer, string? code, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageRegions))
            return new NotForYou(Permission.ManageRegions);

        var text = code?.Trim() ?? "";
        return await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == text && r.ClosedOn == null, ct) is { } region && viewer.May(Permission.ManageRegions, region.Path)
            ? region
            : new NoSuchRegion(text);
    }

    /// <summary>The day that is meant; today where none is said.</summary>
    public Result<DateOnly> DayOf(DateOnly? day)
    {
        var today = LocalTime.DayOf(clock.Now());
        return day is not { } given || given == today ? today
            : given < today || given > today.AddDays(DaysAhead) ? new ReorganisationDayNotUsable()
            : given;
    }

    /// <summary>Why nothing more can be planned of them; null when it can.</summary>
    public async Task<Problem?> RefusedAsync(IReadOnlyList<Region> regions, DateOnly day, CancellationToken ct)
    {
        var ids = regions.Select(r => r.Id).ToList();
        var maybe = ids.ConvertAll(i => (RegionId?)i);
        return regions.FirstOrDefault(r => r.Since > day) is { } later ? new RegionChangedLater(later.Since)
            : await db.Reorganisations.AsNoTracking()
                .Where(r => r.State == ReorganisationState.Planned && r.Kind != ReorganisationKind.UnitRenamed && (ids.Contains(r.Region) || maybe.Contains(r.Successor)))
                .Select(r => (DateOnly?)r.Day).FirstOrDefaultAsync(ct) is { } planned ? new PlannedAlready(planned)
            : null;
    }
}
