using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Regions;

namespace Minqing.Web.Demo;

/// <summary>Gives a city made-up units and officials for every post of its chain. The same regions give the same people.</summary>
public sealed class DemoPeople(MinqingDb db, PeopleCache cache, Profile profile, Settings settings, TimeProvider clock)
{
    private const int DaysInOffice = 365;

    /// <param name="cityCode">The division code of the city, whose regions are there already.</param>
    public async Task<IReadOnlyList<DemoOfficial>> FillAsync(string cityCode, DemoExtent extent, CancellationToken ct)
    {
        var city = await db.Regions.AsNoTracking().SingleAsync(r => r.Code == cityCode, ct);
        var regions = await db.Regions.AsNoTracking().Under(city).Where(r => r.Level != RegionLevel.Grid && r.ClosedOn == null).OrderBy(r => r.Code).ToListAsync(ct);
        var now = clock.Now();
        var staff = new DemoStaff(now.AddDays(-DaysInOffice), new(Actor.Platform, now));
        new DemoPlan(staff, profile, DemoOffice.Read(Profiles.Find(settings.Profile)), regions.ToLookup(r => r.ParentId), extent).Fill(city);
        await SaveAsync(staff, ct);
        return staff.Officials;
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
