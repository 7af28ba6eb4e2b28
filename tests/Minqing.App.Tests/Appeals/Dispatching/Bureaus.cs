using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Departments of the small city, the county's where no other level is named, each with one officer.</summary>
internal static class Bureaus
{
    /// <summary>The unit, and its officer as signed in.</summary>
    public static async Task<(Guid Unit, Viewer Officer)> BureauAsync(this Town town, string field, string region = SmallCity.County)
    {
        var (county, since, name) = (await town.City.RegionAsync(region), town.City.Start, region == SmallCity.County ? field : $"{field}-{region}");
        var unit = new Unit(new(Guid.CreateVersion7()), $"bureau-{name}", UnitKind.Department, new($"{county.Name}{field}局", null, county.Id), since);
        unit.Serve([county.Id], since);
        unit.WorkIn(field);
        var person = new Person(new(Guid.CreateVersion7()), $"officer-{name}", "经办人", "19900000009");
        await using (var db = town.Test.NewDb())
        {
            db.Units.Add(unit);
            db.Persons.Add(person);
            db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new($"post-{name}", Role.DepartmentOfficer, PostRank.Principal, UnitPart.Member, unit.Id, county.Id, [], since), new(Actor.Platform, since), person.Id));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        return (unit.Id.Value, await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(person.Id, null, "test", TestContext.Current.CancellationToken).AsTask()));
    }

    /// <summary>The centre of a level at the place of the tests.</summary>
    public static async Task<Guid> UnitAtAsync(this Town town, string region)
    {
        await using var db = town.Test.NewDb();
        var id = (await town.City.RegionAsync(region)).Id;
        return (await db.Units.SingleAsync(u => u.RegionId == id && u.Kind != UnitKind.Department, TestContext.Current.CancellationToken)).Id.Value;
    }
}
