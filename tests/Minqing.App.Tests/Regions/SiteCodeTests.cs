using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Testing;

namespace Minqing.App.Tests.Regions;

[Trait("Spec", "I-01")]
public sealed class SiteCodeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_scanned_code_gives_the_place_in_words_and_its_surroundings(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var code = await IssueAsync(test);

        var site = (await ReadAsync(test, code.Code)).Value;

        Assert.Equal("红卫社区胜利街 12 号院 3 号楼", site.Place.Address);
        Assert.Equal(("620402/001/201/001/", new Point(36.54, 104.17), code.Id), (site.Place.Path, site.Place.Point, site.Place.SiteCode));
        Assert.Equal(["白银区", "人民路街道", "红卫社区", "第一网格"], site.Around);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_read_aloud_is_found_too(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var code = await IssueAsync(test);

        Assert.Equal(code.Code, (await ReadAsync(test, $" {code.Code[..4].ToLowerInvariant()}-{code.Code[4..]} ")).Value.Code);
    }

    [Theory, OnBothDatabases]
    public async Task A_replaced_code_still_lands_where_its_last_successor_does(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var first = await IssueAsync(test);
        var second = (await ReplaceAsync(test, first.Code)).Value;
        var third = (await ReplaceAsync(test, second.Code)).Value;

        var site = (await ReadAsync(test, first.Code)).Value;

        Assert.Equal((third.Code, "红卫社区胜利街 12 号院 3 号楼"), (site.Code, site.Place.Address));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_replaced_once(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var code = await IssueAsync(test);
        await ReplaceAsync(test, code.Code);

        Assert.Equal(new SiteCodeReplaced(), (await ReplaceAsync(test, code.Code)).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task A_revoked_code_and_one_that_never_was_answer_alike(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var code = await IssueAsync(test);
        Assert.True((await test.RunAsync<RevokeSiteCode, Result<Done>>(u => u.RunAsync(code.Code, Ct))).Ok);

        var answers = new[] { code.Code, "ZZZZ2222", "1", "", "<script>", null }.Select(c => ReadAsync(test, c));

        Assert.All(await Task.WhenAll(answers), a => Assert.Equal(new NoSuchSiteCode(), a.Problem));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_replaced_by_a_revoked_code_leads_nowhere(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var first = await IssueAsync(test);
        var second = (await ReplaceAsync(test, first.Code)).Value;
        await test.RunAsync<RevokeSiteCode, Result<Done>>(u => u.RunAsync(second.Code, Ct));

        Assert.Equal(new NoSuchSiteCode(), (await ReadAsync(test, first.Code)).Problem);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_hangs_in_a_grid_or_village_only(Engine engine)
    {
        await using var test = await TestDatabase.OnAsync(engine);
        var grid = await GridAsync(test);
        await using var db = test.NewDb();
        var street = await db.Regions.SingleAsync(r => r.Level == RegionLevel.Township, Ct);

        var issued = await test.RunAsync<IssueSiteCode, Result<SiteCode>>(u => u.RunAsync(Somewhere(grid) with { Region = street.Id }, Ct));

        Assert.Equal(new SiteNeedsGrid(), issued.Problem);
    }

    [Fact]
    public void Codes_are_drawn_from_all_of_a_million_million()
    {
        var codes = Enumerable.Range(0, 20_000).Select(_ => SiteCodeText.Of(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8))).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(Enumerable.Range(0, SiteCodeText.Length), i => Assert.Equal(32, codes.Select(c => c[i]).Distinct().Count()));
        Assert.All(codes, c => Assert.Equal(c, SiteCodeText.Parse(c)));
    }

    private static async Task<SiteCode> IssueAsync(TestDatabase test)
    {
        var grid = await GridAsync(test);
        return (await test.RunAsync<IssueSiteCode, Result<SiteCode>>(u => u.RunAsync(Somewhere(grid), Ct))).Value;
    }

    private static Site Somewhere(RegionId grid) => new(SiteCodeKind.Building, grid, "红卫社区胜利街 12 号院", "3 号楼", new(36.54, 104.17));

    private static async Task<RegionId> GridAsync(TestDatabase test)
    {
        await using var db = test.NewDb();
        Region? last = null;
        foreach (var (code, name, level) in new[]
        {
            ("620402000000", "白银区", RegionLevel.County), ("620402001000", "人民路街道", RegionLevel.Township),
            ("620402001201", "红卫社区", RegionLevel.Village), ("620402001201001", "第一网格", RegionLevel.Grid),
        })
            db.Regions.Add(last = new(new(Guid.CreateVersion7()), code, name, level, last, new(2025, 1, 1)));
        await db.SaveChangesAsync(Ct);
        return last!.Id;
    }

    private static Task<Result<ScannedSite>> ReadAsync(TestDatabase test, string? code) => test.RunAsync<ReadSiteCode, Result<ScannedSite>>(u => u.RunAsync(code, Ct));

    private static Task<Result<SiteCode>> ReplaceAsync(TestDatabase test, string code) => test.RunAsync<ReplaceSiteCode, Result<SiteCode>>(u => u.RunAsync(code, Ct));
}
