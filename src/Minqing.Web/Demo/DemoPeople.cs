using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Web.Demo;

/// <summary>Gives a city made-up units and officials for every post of its chain. The same regions give the same people.</summary>
public sealed class DemoPeople(MinqingDb db, PeopleCache cache, TimeProvider clock)
{
    private const int DaysInOffice = 365;

    /// <param name="cityCode">The division code of the city, whose regions are there already.</param>
    public async Task<IReadOnlyList<DemoOfficial>> FillAsync(string cityCode, DemoExtent extent, CancellationToken ct)
    {
        var city = await db.Regions.AsNoTracking().SingleAsync(r => r.Code == cityCode, ct);
        var regions = await db.Regions.AsNoTracking().Under(city).Where(r => r.Level != RegionLevel.Grid && r.ClosedOn == null).OrderBy(r => r.Code).ToListAsync(ct);
        var now = clock.Now();
        var staff = new DemoStaff(now.AddDays(-DaysInOffice), new(Actor.Platform, now));
        Plan(staff, city, regions.ToLookup(r => r.ParentId), extent);
        await SaveAsync(staff, ct);
        return staff.Officials;
    }

    private static void Plan(DemoStaff staff, Region city, ILookup<RegionId?, Region> below, DemoExtent extent)
    {
        var offices = new DemoCity(staff);
        offices.Fill(city);
        var counties = below[city.Id].Where(c => extent.County is null || c.Code == extent.County).ToList();
        foreach (var region in counties)
        {
            var towns = below[region.Id].Take(extent.TownsPerCounty).ToList();
            var county = offices.County(region, towns.Count);
            for (var i = 0; i < towns.Count; i++)
            {
                var last = region == counties[^1] && i == towns.Count - 1;
                new DemoTown(staff, county).Fill(towns[i], i, [.. below[towns[i].Id].Take(extent.VillagesPerTown)], gaps: last);
            }
        }
    }

    private async Task SaveAsync(DemoStaff staff, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.AddRange(staff.Units);
        db.AddRange(staff.Persons);
        db.AddRange(staff.Posts);
        await db.RestampAsync(Stamp.People, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        cache.Changed();
    }
}
