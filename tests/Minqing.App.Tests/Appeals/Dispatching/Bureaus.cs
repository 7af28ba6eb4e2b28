using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Departments of the small city's county, each with one officer.</summary>
internal static class Bureaus
{
    /// <summary>The unit, and its officer as signed in.</summary>
    public static async Task<(Guid Unit, Viewer Officer)> BureauAsync(this Town town, string field)
    {
        var (county, since) = (await town.City.RegionAsync(SmallCity.County), town.City.Start);
        var unit = new Unit(new(Guid.CreateVersion7()), $"bureau-{field}", UnitKind.Department, new($"白银区{field}局", null, county.Id), since);
        unit.Serve([county.Id], since);
        unit.WorkIn(field);
        var person = new Person(new(Guid.CreateVersion7()), $"officer-{field}", "经办人", "19900000009");
        await using (var db = town.Test.NewDb())
        {
            db.Units.Add(unit);
            db.Persons.Add(person);
            db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new($"post-{field}", Role.DepartmentOfficer, PostRank.Principal, UnitPart.Member, unit.Id, county.Id, [], since), new(Actor.Platform, since), person.Id));
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
