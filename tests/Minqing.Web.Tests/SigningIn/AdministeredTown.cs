using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>Two counties, each with a security administrator; in the first a town with one official.</summary>
internal sealed class AdministeredTown : IAsyncDisposable
{
    public const string Name = "620402001000-town-centre";

    private static readonly DateTime Since = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private AdministeredTown(TestSite site) => Site = site;

    public TestSite Site { get; }

    public PersonId Secretary { get; } = new(Guid.CreateVersion7());

    public PersonId Administrator { get; } = new(Guid.CreateVersion7());

    public PersonId AdministratorElsewhere { get; } = new(Guid.CreateVersion7());

    public static async Task<AdministeredTown> OnAsync(Engine engine)
    {
        var town = new AdministeredTown(await TestSite.OnAsync(engine));
        await using (var db = town.Site.Test.NewDb())
        {
            var city = Place(db, "620400000000", RegionLevel.City, null);
            var county = Place(db, "620402000000", RegionLevel.County, city);
            var elsewhere = Place(db, "620403000000", RegionLevel.County, city);
            Post(db, town.Secretary, Role.TownCentre, Place(db, "620402001000", RegionLevel.Township, county));
            Post(db, town.Administrator, Role.SecurityAdministrator, county);
            Post(db, town.AdministratorElsewhere, Role.SecurityAdministrator, elsewhere);
            await db.SaveChangesAsync(Office.Ct);
        }

        await town.Site.AccountAsync(town.Secretary, Name);
        return town;
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Where the official is signed in.</summary>
    public async Task<Guid> SessionAsync()
    {
        await using var db = Site.Test.NewDb();
        return await db.Sessions.Where(s => s.Person == Secretary).Select(s => s.Id).SingleAsync(Office.Ct);
    }

    private static Region Place(MinqingDb db, string code, RegionLevel level, Region? parent)
    {
        var region = new Region(new(Guid.CreateVersion7()), code, code, level, parent, DateOnly.FromDateTime(Since));
        db.Add(region);
        return region;
    }

    private static void Post(MinqingDb db, PersonId person, Role role, Region region)
    {
        var code = $"{region.Code}-{role.Name()}";
        var unit = new Unit(new(Guid.CreateVersion7()), code, UnitKind.GovernanceCentre, new(code, null, region.Id), Since);
        db.Add(unit);
        db.Add(new Person(person, code, "王秀兰", "13800138000"));
        db.Add(Domain.People.Post.Open(
            new(Guid.CreateVersion7()), new(code, role, PostRank.Principal, UnitPart.Member, unit.Id, region.Id, [], Since), new(Actor.Platform, Since), person));
    }
}
