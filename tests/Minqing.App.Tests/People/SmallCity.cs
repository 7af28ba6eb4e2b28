using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Testing;

namespace Minqing.App.Tests.People;

/// <summary>A city of one county, two towns, four villages and four grids, with one holder for every post of seven tiers.</summary>
internal sealed class SmallCity(TestDatabase test) : IAsyncDisposable
{
    public const string Village = "620402100201";
    public const string Grid = Village + "001";
    public const string OtherVillage = "620402101201";
    public const string Town = "620402100000";
    public const string County = "620402000000";
    public const string City = "620400000000";

    public static readonly Profile Baiyin = Profiles.Load("baiyin");

    public TestDatabase Test { get; } = test;

    public DateTime Start { get; } = test.Clock.GetUtcNow().UtcDateTime;

    public static async Task<SmallCity> OnAsync(Engine engine, Action<IServiceCollection>? change = null)
    {
        var city = new SmallCity(await TestDatabase.OnAsync(engine, change));
        await city.FillAsync();
        return city;
    }

    /// <summary>The same city under the rules that Baiyin has.</summary>
    public static Task<SmallCity> UnderBaiyinAsync(Engine engine) => OnAsync(engine);

    /// <summary>The same people under the profile that ships.</summary>
    public static async Task<SmallCity> OfBaiyinAsync(Engine engine)
    {
        var city = new SmallCity(await TestDatabase.OnAsync(engine));
        await city.FillAsync();
        return city;
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();

    /// <summary>A place's answer with a cache of its own, as another process on the same database has it.</summary>
    public async Task<Responsibility> AtAsync(PeopleCache cache, string region)
    {
        await using var db = Test.NewDb();
        return await new Chains(db, Baiyin, cache, Test.Clock).AtAsync((await RegionAsync(region)).Path, Ct);
    }

    /// <summary>The administrator of the city.</summary>
    public Task<Viewer> AdministratorAsync() => ViewerAsync(Role.Administrator, City);

    public Task<Viewer> SecurityAdministratorAsync() => ViewerAsync(Role.SecurityAdministrator, City);

    public async Task<Viewer> ViewerAsync(Role role, string region)
    {
        var post = await PostAsync(role, region);
        return await Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(post.Holder!.Value, null, "test", Ct).AsTask());
    }

    /// <summary>A second person in the same unit with the same role.</summary>
    public async Task<Viewer> ColleagueAsync(Role role, string region)
    {
        var first = await PostAsync(role, region);
        await using var db = Test.NewDb();
        var colleague = await db.Posts.Where(p => p.Code == first.Code + "-2").Select(p => p.Holder).FirstOrDefaultAsync(Ct);
        if (colleague is null)
        {
            colleague = db.Persons.Add(new(new(Guid.CreateVersion7()), $"{region}-{role}-2", $"{role} 2", "19900000002")).Entity.Id;
            db.Posts.Add(Domain.People.Post.Open(new(Guid.CreateVersion7()), new(first.Code + "-2", role, PostRank.Principal, UnitPart.Member, first.Unit, first.Region, [], Start), new(Actor.Platform, Start), colleague));
            await db.SaveChangesAsync(Ct);
        }

        return await Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(colleague.Value, null, "test", Ct).AsTask());
    }

    public Task<Responsibility> AtAsync(string region) =>
        Test.RunAsync<Chains, Responsibility>(async chains => await chains.AtAsync((await RegionAsync(region)).Path, Ct));

    public async Task<Post> PostAsync(Role role, string region)
    {
        await using var db = Test.NewDb();
        var id = (await RegionAsync(region)).Id;
        return await db.Posts.SingleAsync(p => p.Role == role && p.Region == id && !p.Code.EndsWith("-2"), Ct);
    }

    public async Task<Region> RegionAsync(string code)
    {
        await using var db = Test.NewDb();
        return await db.Regions.SingleAsync(r => r.Code == code, Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task FillAsync()
    {
        await using var db = Test.NewDb();
        var city = Region(db, City, "白银市", RegionLevel.City, null);
        var county = Region(db, County, "白银区", RegionLevel.County, city);
        Post(db, Role.CityPoliticalLegalSecretary, city);
        Post(db, Role.Administrator, city);
        Post(db, Role.SecurityAdministrator, city);
        Post(db, Role.CountyPoliticalLegalSecretary, county);
        Post(db, Role.CountyHead, county);
        Post(db, Role.CountyCentre, county);
        Post(db, Role.FollowUpDesk, county);
        Post(db, Role.CityCentre, city);
        foreach (var (code, name) in new[] { (Town, "水川镇"), ("620402101000", "四龙镇") })
        {
            var town = Region(db, code, name, RegionLevel.Township, county);
            foreach (var role in new[] { Role.TownCommissioner, Role.TownHead, Role.CountyLeaderInCharge, Role.TownCentre })
                Post(db, role, town);
            foreach (var no in new[] { "201", "202" })
                FillVillage(db, Region(db, code[..9] + no, "村" + no, RegionLevel.Village, town));
        }

        await db.SaveChangesAsync(Ct);
    }

    private void FillVillage(MinqingDb db, Region village)
    {
        Region(db, village.Code + "001", "第一网格", RegionLevel.Grid, village);
        foreach (var role in new[] { Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre })
            Post(db, role, village);
    }

    private static Region Region(MinqingDb db, string code, string name, RegionLevel level, Region? parent) =>
        db.Regions.Add(new(new(Guid.CreateVersion7()), code, name, level, parent, new(2026, 1, 1))).Entity;

    private void Post(MinqingDb db, Role role, Region region)
    {
        var kind = region.Level == RegionLevel.Village ? UnitKind.Village : UnitKind.GovernanceCentre;
        var unit = db.Units.Local.FirstOrDefault(u => u.RegionId == region.Id);
        if (unit is null)
        {
            unit = db.Units.Add(new(new(Guid.CreateVersion7()), region.Code, kind, new(region.Name, null, region.Id), Start)).Entity;
            unit.Serve([region.Id], Start);
        }

        var person = db.Persons.Add(new(new(Guid.CreateVersion7()), $"{region.Code}-{role}", $"{role}", "19900000001")).Entity;
        db.Posts.Add(Domain.People.Post.Open(
            new(Guid.CreateVersion7()), new($"{region.Code}-{role.Name()}", role, PostRank.Principal, UnitPart.Member, unit.Id, region.Id, [], Start), new(Actor.Platform, Start), person.Id));
    }
}
