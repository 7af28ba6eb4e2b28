using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Notices;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Notices;

/// <summary>Each tier of a warning to a department reaches somebody whom none before it reached.</summary>
[Trait("Spec", "D-03")]
public sealed class WarningTiersTests
{
    // Typed by hand: two leaders over the departments of a county, two over those of the city.
    private static readonly Tier[] Chain =
    [
        new(1, RegionLevel.Village, [Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre]),
        new(2, RegionLevel.Township, [Role.TownCommissioner]),
        new(3, RegionLevel.Township, [Role.TownHead]),
        new(4, RegionLevel.County, [Role.CountyPoliticalLegalSecretary]),
        new(5, RegionLevel.County, [Role.CountyHead]),
        new(6, RegionLevel.City, [Role.CityPoliticalLegalSecretary]),
        new(7, RegionLevel.City, [Role.CitySecretary]),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Of_a_department_it_climbs_from_the_officer_to_the_head_to_each_leader_of_its_level(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, SmallCity.Baiyin with { Chain = Chain });
        var (county, city) = (await BureauAsync(town, SmallCity.County, headed: true), await BureauAsync(town, SmallCity.City, headed: true));

        Assert.Equal(["officer", "head", "CountyPoliticalLegalSecretary", "CountyHead", "CityPoliticalLegalSecretary", "chief"], await TiersAsync(town, county, 6));
        Assert.Equal(["officer", "head", "CityPoliticalLegalSecretary", "chief", "chief"], await TiersAsync(town, city, 5));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_head_the_next_leader_hears_and_a_vacant_tier_is_not_heard_of_twice(Engine engine)
    {
        await using var town = await Town.OnAsync(engine, SmallCity.Baiyin with { Chain = Chain });
        var bureau = await BureauAsync(town, SmallCity.County, headed: false);
        await using (var db = town.Test.NewDb())
        {
            var post = await db.Posts.SingleAsync(p => p.Role == Role.CountyPoliticalLegalSecretary, Ct);
            Assert.True(post.EndHolding(town.City.Start.AddMinutes(1), new(Actor.Platform, town.Test.Clock.GetUtcNow().UtcDateTime)).Ok);
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(["officer", "CountyHead", "CityPoliticalLegalSecretary", "chief"], await TiersAsync(town, bureau, 4));
    }

    // The names of those whom tier 1, 2, 3 … of a warning of the handling clock reaches.
    private static async Task<IReadOnlyList<string>> TiersAsync(Town town, UnitId unit, int tiers)
    {
        var (_, id) = await town.ReportAsync(Town.Noise(null));
        await town.RunAsync<TransferAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CityCentre, SmallCity.City), id, unit.Value, "属部门职责", null, Ct));
        await using var scope = town.Test.Scope();
        var (recipients, matters) = (scope.ServiceProvider.GetRequiredService<Recipients>(), scope.ServiceProvider.GetRequiredService<Matters>());
        var it = (await town.CaseAsync(id)).Appeal;
        var clock = it.Clocks.Last(c => c.Kind == ClockKind.Handle && c.Unit == unit);
        var matter = (await matters.OfAsync(it.Subject, null, Ct))!;
        await using var db = town.Test.NewDb();
        var names = new List<string>();
        for (var tier = 1; tier <= tiers; tier++)
        {
            var told = (await recipients.OfAsync(new(NoticeKind.LimitPassed, new ClockTier(clock.No, tier), true), matter, clock, Ct)).Select(r => r.Person).ToList();
            names.Add(string.Join(',', await db.Persons.Where(p => told.Contains(p.Id)).Select(p => p.Name).ToListAsync(Ct)));
        }

        return names;
    }

    private static async Task<UnitId> BureauAsync(Town town, string region, bool headed)
    {
        var (place, since) = (await town.City.RegionAsync(region), town.City.Start);
        var unit = new Unit(new(Guid.CreateVersion7()), $"bureau-{region}", UnitKind.Department, new("城管局", null, place.Id), since);
        unit.Serve([place.Id], since);
        await using var db = town.Test.NewDb();
        db.Units.Add(unit);
        Hold("officer", Role.DepartmentOfficer, UnitPart.Member, unit.Id);
        if (headed)
            Hold("head", Role.DepartmentOfficer, UnitPart.Head, unit.Id);
        var city = await town.City.RegionAsync(SmallCity.City);
        if (!await db.Posts.AnyAsync(p => p.Role == Role.CitySecretary, Ct))
            Hold("chief", Role.CitySecretary, UnitPart.Head, (await db.Units.SingleAsync(u => u.RegionId == city.Id && u.Kind == UnitKind.GovernanceCentre, Ct)).Id, city.Id);
        await db.SaveChangesAsync(Ct);
        return unit.Id;

        void Hold(string name, Role role, UnitPart part, UnitId of, RegionId? at = null)
        {
            var person = db.Persons.Add(new(new(Guid.CreateVersion7()), $"{region}-{name}", name, "19900000009")).Entity;
            db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new($"{region}-{name}", role, PostRank.Principal, part, of, at ?? place.Id, [], since), new(Actor.Platform, since), person.Id));
        }
    }
}
