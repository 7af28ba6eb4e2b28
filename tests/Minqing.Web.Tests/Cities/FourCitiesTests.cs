using System.Text.Json;
using Minqing.Domain.Policy;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>Each of the four cities starts by its own rules and takes a report to its end.</summary>
[Trait("Spec", "P-21")]
public sealed class FourCitiesTests
{
    [Fact]
    public async Task In_Baiyin_the_village_has_it_at_once_and_is_called_for_within_half_an_hour()
    {
        await using var it = await CityScene.OnAsync("baiyin", "C4");
        var secretary = it.City.Of(Role.VillageSecretary, it.Village);

        Assert.Equal(["first-call", "solve"], Promises(it));
        Assert.Equal("settled", await it.FinishAsync(secretary, secretary, it.City.Of(Role.TownCentre)));
    }

    [Fact]
    public async Task In_Huining_the_grid_leader_calls_and_the_first_secretary_does_it()
    {
        await using var it = await CityScene.OnAsync("huining", "C4");

        Assert.Equal("settled", await it.FinishAsync(it.City.Of(Role.GridLeader, it.Village), it.City.Of(Role.VillageSecretary, it.Village), it.City.Of(Role.TownCentre)));
    }

    [Fact]
    [Trait("Spec", "H-03")]
    public async Task In_Wanyuan_the_office_assigns_within_a_working_day_and_whoever_leads_makes_contact()
    {
        await using var it = await CityScene.OnAsync("wanyuan", "A2");
        Assert.Equal(["assign"], Promises(it));
        var page = await it.City.Site.Http.GetStringAsync(new Uri($"/q/{it.City.Codes[0].Code}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("办事的人会给您打电话", page, StringComparison.Ordinal);
        Assert.Contains("由市里的专人和您联系", page, StringComparison.Ordinal);

        Assert.Equal("handling", await it.DoAsync(it.City.Of(Role.CityOffice), "steps/assign", new { unit = it.City.Department("water").Unit.Value }));
        var officer = it.City.Department("water");
        Assert.Equal("5", await LimitAsync(it, officer, "handle"));
        Assert.Equal("settled", await it.FinishAsync(officer, officer, it.City.Of(Role.CountyCentre)));
    }

    [Theory]
    [InlineData("C1", "3")]
    [InlineData("C2", "5")]
    [InlineData("D1", "15")]
    [InlineData("B1", "5")]
    [Trait("Spec", "D-02")]
    public async Task In_Wanyuan_the_limit_follows_what_is_wanted(string category, string days)
    {
        await using var it = await CityScene.OnAsync("wanyuan", category);
        var secretary = it.City.Of(Role.VillageSecretary, it.Village);
        await it.DoAsync(it.City.Of(Role.CityOffice), "steps/assign", new { unit = secretary.Unit.Value, words = "村里先去了解" });

        Assert.Equal(days, await LimitAsync(it, secretary, "handle"));
    }

    [Fact]
    [Trait("Spec", "H-03")]
    public async Task In_Yuejincun_the_stations_chief_gives_what_is_simple_to_the_community()
    {
        await using var it = await CityScene.OnAsync("yuejincun", "C4");
        var secretary = it.City.Of(Role.VillageSecretary, it.Village);
        Assert.Equal(["first-call", "assign"], Promises(it));

        await it.DoAsync(it.City.Of(Role.StationChief, it.Village), "steps/assign", new { unit = secretary.Unit.Value });
        Assert.Equal("3", await LimitAsync(it, secretary, "handle"));
        Assert.Equal("settled", await it.FinishAsync(secretary, secretary, it.City.Of(Role.TownCentre)));
    }

    [Fact]
    [Trait("Spec", "H-14")]
    public async Task In_Yuejincun_the_second_stage_is_judged_by_both_and_handled_in_ten_days_whoever_leads()
    {
        await using var it = await CityScene.OnAsync("yuejincun", "A4");
        var (centre, secretary) = (it.City.Of(Role.TownCentre), it.City.Of(Role.VillageSecretary, it.Village));
        var scales = new { general = 4, urgent = 3, lawful = 5, publicInterest = 4, words = "多户受影响" };

        Assert.Equal("dispatching", await it.DoAsync(it.City.Of(Role.StationChief, it.Village), "steps/pass-on", new { reason = "要动用维修资金" }));
        await it.DoAsync(centre, "steps/triage", scales);
        await it.DoAsync(it.City.Of(Role.DeputyCommittee), "steps/triage", scales);
        Assert.Equal("handling", await it.DoAsync(centre, "steps/assign", new { unit = secretary.Unit.Value, words = "社区牵头，物业配合" }));

        Assert.Equal("10", await LimitAsync(it, secretary, "handle"));
    }

    private static IEnumerable<string?> Promises(CityScene it) => it.Receipt.GetProperty("promises").EnumerateArray().Select(p => p.GetProperty("kind").GetString());

    private static async Task<string> LimitAsync(CityScene it, DemoOfficial who, string kind)
    {
        await using var db = it.City.Site.Test.NewDb();
        var clocks = db.Clocks.AsEnumerable().Where(c => c.SubjectId == it.Appeal && c.Kind.Name() == kind);
        Assert.Equal(JsonValueKind.Object, (await it.ReadAsync(who)).ValueKind);
        return clocks.Last().Rule.Limit.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
