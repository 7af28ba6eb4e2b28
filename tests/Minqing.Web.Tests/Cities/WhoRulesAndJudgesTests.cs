using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Demo;

namespace Minqing.Web.Tests.Cities;

/// <summary>Who only dispatches rules on nothing, and who judges finds what waits for it.</summary>
public sealed class WhoRulesAndJudgesTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task An_objection_to_what_a_stations_chief_gave_is_ruled_by_the_streets_centre(Engine engine)
    {
        await using var it = await CityScene.OnAsync("yuejincun", "A3", engine);
        var (chief, wrong, right) = (it.City.Of(Role.StationChief, it.Village), it.City.Department("city-management"), it.City.Department("environment"));
        await it.DoAsync(chief, "steps/assign", new { unit = wrong.Unit.Value });
        await it.DoAsync(wrong, "steps/raise-objection", new { @return = "not-my-duty", words = "油烟归生态环境" });

        Assert.Contains("待裁定", await PageAsync(it, it.City.Of(Role.TownCentre), "/dispatch"), StringComparison.Ordinal);
        await it.DoAsync(it.City.Of(Role.TownCentre), "rulings", new { unit = right.Unit.Value, reason = "按职责清单" });
        Assert.Contains("签收，开始办", await PageAsync(it, right, $"/appeals/{it.Appeal}"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-12")]
    public async Task An_objection_to_what_the_citys_office_gave_is_ruled_by_the_citys_centre(Engine engine)
    {
        await using var it = await CityScene.OnAsync("wanyuan", "A2", engine);
        var water = it.City.Department("water");
        await it.DoAsync(it.City.Of(Role.CityOffice), "steps/assign", new { unit = water.Unit.Value });
        await it.DoAsync(water, "steps/raise-objection", new { @return = "not-my-duty", words = "归住建" });

        Assert.Equal("handling", await it.DoAsync(it.City.Of(Role.CountyCentre), "rulings", new { unit = it.City.Department("housing").Unit.Value, reason = "按职责清单" }));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-14")]
    public async Task Each_who_judges_finds_it_on_the_desk_until_they_did_and_nobody_is_offered_to_assign_before(Engine engine)
    {
        await using var it = await CityScene.OnAsync("yuejincun", "A4", engine);
        var (centre, committee) = (it.City.Of(Role.TownCentre), it.City.Of(Role.DeputyCommittee));
        await it.DoAsync(it.City.Of(Role.StationChief, it.Village), "steps/pass-on", new { reason = "要动用维修资金" });

        Assert.Contains("写研判意见", await PageAsync(it, committee, "/dispatch"), StringComparison.Ordinal);
        await it.DoAsync(centre, "steps/triage", new { general = 4, urgent = 3, lawful = 5, publicInterest = 4, words = "多户受影响" });
        var waiting = await PageAsync(it, centre, "/dispatch");
        Assert.Contains($"等{committee.UnitName}研判，研判完才能派单", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("/assign", waiting, StringComparison.Ordinal);

        await it.DoAsync(committee, "steps/triage", new { general = 3, urgent = 3, lawful = 5, publicInterest = 5, words = "代表跟踪" });
        Assert.Contains("没有等您定的", await PageAsync(it, committee, "/dispatch"), StringComparison.Ordinal);
        Assert.Contains("/assign", await PageAsync(it, centre, "/dispatch"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-03")]
    public async Task What_nobody_at_the_station_can_give_is_given_from_the_desk_of_the_centre(Engine engine)
    {
        await using var it = await CityScene.OnAsync("yuejincun", "A3", engine);
        var (centre, chief, office) = (it.City.Of(Role.TownCentre), it.City.Of(Role.StationChief, it.Village), it.City.Department("city-management"));
        Assert.Contains("没有等您定的", await PageAsync(it, centre, "/dispatch"), StringComparison.Ordinal);
        await using (var db = it.City.Site.Test.NewDb())
        {
            await db.Posts.Where(p => p.Holder == chief.Person).ExecuteUpdateAsync(s => s.SetProperty(p => p.Holder, (PersonId?)null), CityScene.Ct);
        }

        var desk = await PageAsync(it, centre, "/dispatch");
        Assert.Contains("没人在岗", desk, StringComparison.Ordinal);
        Assert.Contains($"action=\"/appeals/{it.Appeal}/assign\"", desk, StringComparison.Ordinal);
        Assert.Equal("handling", await it.DoAsync(centre, "steps/assign", new { unit = office.Unit.Value }));
    }

    private static async Task<string> PageAsync(CityScene it, DemoOfficial who, string address)
    {
        using var browser = await it.City.Site.BrowserOfAsync(who.Person);
        return System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync(address, CityScene.Ct));
    }
}
