using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Demo;

public sealed class DemoPeopleTests
{
    private const string Baiyin = "620400000000";
    private static readonly DemoExtent Corner = new("620402000000", TownsPerCounty: 2, VillagesPerTown: 3);

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    [Trait("Spec", "O-05")]
    public async Task Every_post_of_the_seven_tiers_has_an_official(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var officials = await FillAsync(test, DemoExtent.Whole);

        var count = officials.CountBy(o => o.Role).ToDictionary();

        // 860 villages and 78 towns; the last town has its gaps.
        Assert.Equal((858, 859, 859), (count[Role.VillageSecretary], count[Role.VillagePolice], count[Role.PostedCadre]));
        Assert.Equal((77, 156, 78), (count[Role.TownCommissioner], count[Role.TownHead], count[Role.CountyLeaderInCharge]));
        Assert.Equal((5, 10, 1), (count[Role.CountyPoliticalLegalSecretary], count[Role.CountyHead], count[Role.CityPoliticalLegalSecretary]));
        Assert.Empty(Profiles.Load("baiyin").Flow.SelectMany(f => f.Roles).Except(count.Keys).Except([Role.GridOfficer]));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task Every_person_has_a_number_of_their_own_that_is_nobodys(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var officials = await FillAsync(test, Corner);

        Assert.All(officials, o => Assert.Matches("^1990000[0-9]{4}$", o.Phone));
        Assert.Distinct(officials.DistinctBy(o => o.Person).Select(o => o.Phone));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    public async Task A_few_posts_are_left_vacant(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await FillAsync(test, Corner);

        await using var db = test.NewDb();
        var vacant = await db.Posts.Where(p => p.Holder == null).Select(p => p.Role).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            [Role.VillageSecretary, Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre, Role.TownCommissioner],
            vacant.Order());
    }

    [Fact]
    [Trait("Spec", "P-26")]
    public async Task The_same_regions_give_the_same_people()
    {
        await using var one = await TestDatabase.OnAsync(Engine.Sqlite);
        await using var two = await TestDatabase.OnAsync(Engine.Sqlite);

        Assert.Equal(
            (await FillAsync(one, Corner)).Select(o => (o.Name, o.Phone, o.Role, o.RegionCode)),
            (await FillAsync(two, Corner)).Select(o => (o.Name, o.Phone, o.Role, o.RegionCode)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-26")]
    [Trait("Spec", "P-13")]
    public async Task Every_made_up_post_has_its_journal(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await FillAsync(test, Corner);

        await using var db = test.NewDb();
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(await db.Posts.CountAsync(ct), await db.Journal.CountAsync(j => j.SubjectKind == SubjectKind.Post, ct));
        Assert.NotEqual(Guid.Parse("00000000-0000-7000-8000-000000000001"), (await db.Stamps.FindAsync([Stamp.People], ct))!.Value);
    }

    private static async Task<IReadOnlyList<DemoOfficial>> FillAsync(TestDatabase test, DemoExtent extent)
    {
        var ct = TestContext.Current.CancellationToken;
        var file = await File.ReadAllBytesAsync(Path.Combine(Here(), "../../../profiles/baiyin/regions.csv"), ct);
        var imported = await test.RunAsync<ImportRegions, Result<Imported>>(i => i.RunAsync(file, new(), null, ct));
        Assert.True(imported.Ok, $"{imported.Problem}");
        await using var db = test.NewDb();
        return await new DemoPeople(db, new PeopleCache(test.Clock), Profiles.Load("baiyin"), test.Settings, test.Clock).FillAsync(Baiyin, extent, ct);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
