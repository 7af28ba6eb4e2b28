using System.Net;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Api;

/// <summary>Advice over the interface and on pages, from the deputy to the unit and back.</summary>
public sealed class DocketsApiTests
{
    [Theory, OnBothDatabases]
    [Trait("Spec", "S-10")]
    public async Task A_deputy_advises_the_unit_answers_and_the_deputy_accepts(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        using var deputy = await Official.OfAsync(city, Role.Deputy);
        using var town = await Official.OfAsync(city, Role.TownCentre);
        var unit = (await city.ViewerAsync(Role.TownCentre)).Posts[0].Unit.Value;
        var it = await new Cases(city).ReceivedAsync();

        var (status, made) = await deputy.PostAsync("dockets", new { kind = "advice", title = "路灯", words = "请修好三号楼的路灯", unit, appeals = it.Number });
        Assert.Equal(HttpStatusCode.Created, status);
        var id = made.GetProperty("id").GetGuid();
        Assert.Equal(1, (await town.GetAsync("dockets?mine=true")).GetProperty("mine").GetInt32());
        Assert.Equal("open", (await town.PostAsync($"dockets/{id}/steps/answer", new { task = 1, words = "明天修" })).Answer.GetProperty("state").GetString());
        Assert.Equal("ended", (await deputy.PostAsync($"dockets/{id}/steps/accept-task", new { task = 1 })).Answer.GetProperty("state").GetString());
        var read = await deputy.GetAsync($"dockets/{id}");
        Assert.Equal(("请修好三号楼的路灯", "明天修"), (read.GetProperty("text").GetString(), read.GetProperty("tasks")[0].GetProperty("answer").GetString()));
        Assert.DoesNotContain("王秀兰", (await deputy.GetAsync("remit")).ToString(), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-05")]
    [Trait("Spec", "S-06")]
    [Trait("Spec", "S-07")]
    [Trait("Spec", "H-16")]
    public async Task Every_kind_has_a_form_for_whoever_keeps_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        (Role Role, DocketKind Kind)[] keepers =
        [
            (Role.CountyCentre, DocketKind.KeyMatter), (Role.CityOffice, DocketKind.Governance), (Role.Inspector, DocketKind.Accountability), (Role.Deputy, DocketKind.Advice),
            (Role.DeputyCommittee, DocketKind.Questioning), (Role.Inspector, DocketKind.Inspection), (Role.TownCentre, DocketKind.Meeting),
        ];
        foreach (var (role, kind) in keepers)
        {
            using var browser = await city.Site.BrowserOfAsync(city.At(role).Person);
            var page = await browser.GetStringAsync(new Uri($"/oversight/new/{kind.Name()}", UriKind.Relative), WalkedCity.Ct);
            Assert.Contains("name=\"title\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("docket.", page, StringComparison.Ordinal);
        }
    }
}
