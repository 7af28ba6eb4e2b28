using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Minqing.App;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Cities;

/// <summary><c>minqing profile explain</c> says beforehand what intake then does, in each city, from the data of its database.</summary>
[Trait("Spec", "P-21")]
public sealed class ExplainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("baiyin", "C2")]
    [OnBothDatabases("huining", "A2")]
    [OnBothDatabases("yuejincun", "C4")]
    [OnBothDatabases("wanyuan", "C1")]
    public async Task What_is_foretold_is_what_then_happens(Engine engine, string city, string category)
    {
        await using var it = await CityScene.OnAsync(city, category, engine);
        await using var db = it.City.Site.Test.NewDb();
        var appeal = await db.Appeals.AsNoTracking().SingleAsync(a => a.Id == new AppealId(it.Appeal), Ct);
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Appeal == appeal.Id, Ct);
        var clocks = await db.Clocks.AsNoTracking().Where(c => c.SubjectId == it.Appeal || c.SubjectId == report.Id.Value).ToListAsync(Ct);
        var unit = appeal.Lead ?? appeal.Screener;
        var holder = await db.Units.AsNoTracking().Where(u => u.Id == unit).Select(u => u.Name).SingleAsync(Ct);

        var (code, said, error) = await ExplainAsync(it.City, city, category, it.Village);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"has it first: {holder}, level ", said, StringComparison.Ordinal);
        Assert.NotEmpty(clocks);
        // The same rules, from the lines where they stand; due at the same time, the program's clock standing still.
        Assert.All(clocks, c => Assert.Matches($"  {c.Kind.Name()}: .*, by {LocalTime.Of(c.DueAt):yyyy-MM-dd HH:mm:ss}.*: rule {c.Rule.Id} \\[[a-z]+/limits.yaml:[0-9]+\\]", said));
        Assert.Contains(it.City.Profile.HasFirstCall ? "first contact and warnings" : "whoever leads makes contact", said, StringComparison.Ordinal);
        Assert.Contains(it.City.Of(Role.VillageSecretary, it.Village).Name, said, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_department_s_duty_is_named_with_its_law_and_a_place_by_its_name(Engine engine)
    {
        await using var city = await CityOf.OnAsync("wanyuan", engine);
        await using var db = city.Site.Test.NewDb();
        var village = await db.Regions.AsNoTracking().Where(r => r.Level == RegionLevel.Village).OrderBy(r => r.Code).FirstAsync(Ct);

        var (code, said, error) = await ExplainAsync(city, "wanyuan", "水暖电气通信", village.Name);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"万源市", said, StringComparison.Ordinal);
        Assert.Contains($"{village.Name} ({village.Code}), by the rules of wanyuan", said, StringComparison.Ordinal);
        Assert.Matches("should solve it: .*水务局: duty water-heat-power \\[wanyuan/duties.yaml:[0-9]+\\]", said);
        Assert.Contains("by 《城市供水条例》第七条; done when: 恢复供应", said, StringComparison.Ordinal);
        Assert.Matches("beside it: .*电力局", said);
        Assert.Matches("dispatch: 1 working-days, by .*: rule dispatch \\[wanyuan/limits.yaml:[0-9]+\\]", said);
        Assert.Matches("by at most: ordinary not at all, larger not at all, difficult 10 working days \\[wanyuan/profile.yaml:[0-9]+\\]", said);
    }

    [Theory, OnBothDatabases]
    public async Task What_there_is_not_is_told_with_what_there_is(Engine engine)
    {
        await using var city = await CityOf.OnAsync("yuejincun", engine);
        Assert.Contains("There are: C4 矛盾纠纷与社会秩序", (await ExplainAsync(city, "yuejincun", "A9", "500104002000")).Error, StringComparison.Ordinal);
        Assert.Matches("    seen as larger there: 10 working-days \\[yuejincun/limits.yaml:[0-9]+\\]", (await ExplainAsync(city, "yuejincun", "A1", "500104002000")).Said);
        var nowhere = await ExplainAsync(city, "yuejincun", "A1", "没有这个地方");
        Assert.Equal(1, nowhere.Code);
        Assert.NotEmpty(nowhere.Error);
        Assert.Equal(2, (await ExplainAsync(city, "yuejincun", "A1", "500104002000", "--intent", "wish")).Code);
    }

    private static async Task<(int Code, string Said, string Error)> ExplainAsync(CityOf city, string profile, params string[] more)
    {
        var settings = city.Site.Test.Settings;
        var clock = Path.Combine(settings.Data, "clock.txt");
        await File.WriteAllTextAsync(clock, city.Site.Clock.GetUtcNow().ToString("O"), Ct);
        if (settings.Database.Kind == DatabaseKind.Sqlite && !File.Exists(Path.Combine(settings.Data, "minqing.db")))
        {
            File.CreateSymbolicLink(Path.Combine(settings.Data, "minqing.db"), new SqliteConnectionStringBuilder(settings.Database.Connection).DataSource);
        }

        string[] where = settings.Database.Kind == DatabaseKind.Postgres ? ["--postgres", settings.Database.Connection] : [];
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Web.Commands.Commands.RunAsync(["profile", "explain", .. more, "--profile", profile, "--data", settings.Data, "--clock", clock, .. where], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
