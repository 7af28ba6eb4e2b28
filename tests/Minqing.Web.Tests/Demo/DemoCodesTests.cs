using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Demo;

[Trait("Spec", "P-26")]
public sealed class DemoCodesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Baiyin_has_its_real_divisions_and_as_many_grids_as_grid_workers(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);

        await RegionsAsync(test);

        await using var db = test.NewDb();
        var counts = await db.Regions.GroupBy(r => r.Level).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Ct);
        Assert.Equal((1, 1, 5, 78, 860, 2392), (counts[RegionLevel.Province], counts[RegionLevel.City], counts[RegionLevel.County], counts[RegionLevel.Township], counts[RegionLevel.Village], counts[RegionLevel.Grid]));
        Assert.False(await db.Regions.AnyAsync(v => v.Level == RegionLevel.Village && !db.Regions.Any(g => g.ParentId == v.Id), Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-01")]
    public async Task Codes_hang_in_every_grid_and_the_file_tells_where_they_lead(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await RegionsAsync(test, "620402");
        var file = Path.Combine(test.Settings.Data, "demo", "codes.csv");

        var codes = await CodesAsync(test, file);

        await using var db = test.NewDb();
        Assert.False(await db.Regions.AnyAsync(g => g.Level == RegionLevel.Grid && !db.SiteCodes.Any(c => c.Region == g.Id), Ct));
        var lines = await File.ReadAllLinesAsync(file, Ct);
        Assert.Equal(["code,url,region code,place", $"{codes[0].Code},http://127.0.0.1:5311/q/{codes[0].Code},{codes[0].RegionCode},{codes[0].Place}"], lines[..2]);
        var site = (await test.RunAsync<ReadSiteCode, Result<ScannedSite>>(u => u.RunAsync(codes[0].Code, Ct))).Value;
        Assert.Equal(codes[0].Place, site.Place.Address);
    }

    [Theory, OnBothDatabases]
    public async Task Filling_twice_makes_the_same_codes_and_no_more(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        await RegionsAsync(test, "620402");
        var file = Path.Combine(test.Settings.Data, "codes.csv");
        var first = await CodesAsync(test, file);

        await RegionsAsync(test, "620402");
        var second = await CodesAsync(test, file);

        Assert.Equal(first, second);
        Assert.Distinct(first.Select(c => c.Code));
        await using var db = test.NewDb();
        Assert.Equal(first.Count, await db.SiteCodes.CountAsync(Ct));
    }

    private static async Task RegionsAsync(TestDatabase test, string? root = null)
    {
        await using var scope = test.Scope();
        await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(Divisions(), Ct, root: root);
    }

    private static async Task<IReadOnlyList<DemoCode>> CodesAsync(TestDatabase test, string file)
    {
        await using var scope = test.Scope();
        return await ActivatorUtilities.CreateInstance<DemoCodes>(scope.ServiceProvider).RunAsync(file, Ct);
    }

    private static string Divisions([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../profiles/baiyin/regions.csv");
}
