using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Walking;

/// <summary>A running program with one unit at every level, in which each role has a post, and another place at every level where each role has one too. So a refusal can only be for the role, or only for the place.</summary>
internal sealed class WalkedCity : IAsyncDisposable
{
    public const string Grid = "620402001201001";

    private static readonly (RegionLevel Level, string Here, string Elsewhere, string? Above)[] Places =
    [
        (RegionLevel.City, "620400000000", "620100000000", null),
        (RegionLevel.County, "620402000000", "620403000000", "620400000000"),
        (RegionLevel.Township, "620402001000", "620402002000", "620402000000"),
        (RegionLevel.Village, "620402001201", "620402001202", "620402001000"),
        (RegionLevel.Grid, Grid, "620402001201002", "620402001201"),
    ];

    // Where all tiers of the chain below this one are vacant, so that the first call falls to it.
    private static readonly Dictionary<Role, string> Alone = new()
    {
        [Role.TownCommissioner] = "620402102201",
        [Role.TownHead] = "620402103201",
        [Role.CountyLeaderInCharge] = "620402104201",
        [Role.CountyPoliticalLegalSecretary] = "620402105201",
        [Role.CountyHead] = "620404001201",
        [Role.CityPoliticalLegalSecretary] = "620405001201",
    };

    private readonly Dictionary<string, Region> regions = [];
    private readonly Dictionary<string, Unit> units = [];
    private readonly Dictionary<(Role, bool), Walker> walkers = [];

    private WalkedCity(TestSite site) => Site = site;

    public TestSite Site { get; }

    /// <summary>Does at the city's centre what the walker of that role must not have done.</summary>
    public PersonId Colleague { get; private set; }

    public IEnumerable<Walker> Walkers => walkers.Values;

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<WalkedCity> OnAsync(Engine engine)
    {
        var city = new WalkedCity(await TestSite.OnAsync(engine, change: b => b.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1)));
        await city.FillAsync();
        return city;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var walker in walkers.Values)
            walker.Dispose();
        await Site.DisposeAsync();
    }

    public Walker At(Role role, bool elsewhere = false) => walkers[(role, elsewhere)];

    public Region Region(string code) => regions[code];

    /// <summary>The unit that works at a level of handling.</summary>
    public Guid Unit(int level) => units[CodeOf(RegionLevel.Grid - level, false)].Id.Value;

    /// <summary>A place where the first call is this role's, if it can be.</summary>
    public static string PlaceOfFirstCall(Role? role) => role is { } known ? Alone.GetValueOrDefault(known, Grid) : Grid;

    /// <summary>The level of handling at which a role works.</summary>
    public static int LevelOf(Role role) => role switch
    {
        Role.VillageSecretary or Role.VillagePolice or Role.PostedCadre or Role.GridOfficer or Role.GridLeader => 1,
        Role.TownCommissioner or Role.TownHead or Role.CountyLeaderInCharge or Role.TownCentre or Role.StationChief => 2,
        Role.CountyPoliticalLegalSecretary or Role.CountyHead or Role.CountyCentre or Role.FollowUpDesk or Role.DepartmentOfficer or Role.DeputyCommittee or Role.HotlineOperator => 3,
        Role.CityPoliticalLegalSecretary or Role.CityCentre or Role.Inspector or Role.Deputy or Role.CitySecretary or Role.CityOffice => 4,
        Role.Administrator or Role.SecurityAdministrator or Role.AuditAdministrator => 4,
    };

    public Task<Viewer> ViewerAsync(Role role) => ViewerAsync(At(role).Person);

    public async Task<Viewer> ViewerAsync(PersonId person)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(person, null, "test", Ct);
    }

    /// <summary>An instruction of the county's head to the town's, for whom it is alone.</summary>
    public async Task<Guid> InstructionAsync(AppealId appeal)
    {
        var head = await ViewerAsync(Role.CountyHead);
        await using var scope = Site.Services.CreateAsyncScope();
        var plan = (await scope.ServiceProvider.GetRequiredService<PrepareInstruction>().RunAsync(head, appeal, Ct)).Value;
        var to = plan.Addressees.First(a => a.Role == Role.TownHead).Post!.Value.Value;
        return (await scope.ServiceProvider.GetRequiredService<GiveInstruction>().RunAsync(head, appeal, new("请抓紧办", null, to, null, AnswerDue: true), Ct)).Value.Value;
    }

    private async Task FillAsync()
    {
        await using var db = Site.Test.NewDb();
        foreach (var elsewhere in new[] { false, true })
        {
            foreach (var (level, here, there, above) in Places)
                Place(db, elsewhere ? there : here, level, above);
            foreach (var role in Enum.GetValues<Role>())
                walkers[(role, elsewhere)] = new(Site, role, elsewhere, Post(db, role, Seat(role, elsewhere), UnitOf(role, elsewhere)));
        }

        foreach (var (role, village) in Alone)
            LeaveAlone(db, role, village);
        Colleague = Post(db, Role.CityCentre, Seat(Role.CityCentre, false), UnitOf(Role.CityCentre, false));
        await db.SaveChangesAsync(Ct);
    }

    private void LeaveAlone(MinqingDb db, Role role, string village)
    {
        var (county, town) = ($"{village[..6]}000000", $"{village[..9]}000");
        if (!regions.ContainsKey(county))
            Place(db, county, RegionLevel.County, CodeOf(RegionLevel.City, false));
        Place(db, town, RegionLevel.Township, county);
        Place(db, village, RegionLevel.Village, town);
        if (LevelAt(role) is var level and (RegionLevel.Township or RegionLevel.County) && (level == RegionLevel.Township ? town : county) is var seat && seat != Seat(role, false).Code)
            Post(db, role, regions[seat], units[seat], At(role).Person);
    }

    private Region Seat(Role role, bool elsewhere) => regions[CodeOf(role == Role.GridOfficer ? RegionLevel.Grid : LevelAt(role), elsewhere)];

    private Unit UnitOf(Role role, bool elsewhere) => units[CodeOf(LevelAt(role), elsewhere)];

    private static RegionLevel LevelAt(Role role) => LevelOf(role) switch { 1 => RegionLevel.Village, 2 => RegionLevel.Township, 3 => RegionLevel.County, _ => RegionLevel.City };

    private static string CodeOf(RegionLevel level, bool elsewhere) => Places.Single(p => p.Level == level) is var (_, here, there, _) && elsewhere ? there : here;

    private void Place(MinqingDb db, string code, RegionLevel level, string? above)
    {
        var region = regions[code] = new(new(Guid.CreateVersion7()), code, code, level, above is null ? null : regions[above], new(2026, 1, 1));
        db.Add(region);
        if (level == RegionLevel.Grid)
            return;

        var unit = units[code] = new(new(Guid.CreateVersion7()), code, level == RegionLevel.Village ? UnitKind.Village : UnitKind.GovernanceCentre, new(code, null, region.Id), Since);
        unit.Serve([region.Id], Since);
        db.Add(unit);
    }

    private DateTime Since => Site.Clock.GetUtcNow().UtcDateTime;

    private PersonId Post(MinqingDb db, Role role, Region region, Unit unit, PersonId? holder = null)
    {
        var (person, code) = (holder ?? new PersonId(Guid.CreateVersion7()), $"{region.Code}-{role.Name()}-{Guid.NewGuid():N}");
        if (holder is null)
            db.Add(new Person(person, code, role.Name(), "19900000001"));
        db.Add(Domain.People.Post.Open(
            new(Guid.CreateVersion7()), new(code, role, PostRank.Principal, UnitPart.Member, unit.Id, region.Id, [], Since), new(Actor.Platform, Since), person));
        return person;
    }
}
