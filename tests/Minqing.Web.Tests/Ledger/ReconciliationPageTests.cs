using System.Net;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Ledger;

/// <summary>The weekly reconciliation and kept filters over HTTP.</summary>
[Trait("Spec", "H-32")]
public sealed class ReconciliationPageTests
{
    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    public async Task A_unit_objects_on_a_line_what_was_typed_stays_until_it_fits_and_the_centre_reads_it(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        await LedgerDoors.OnAsync(city, await new Cases(city).ReceivedAsync());
        using var secretary = await city.Site.BrowserOfAsync(city.At(Role.VillageSecretary).Person);
        using var centre = await Official.OfAsync(city, Role.TownCentre);
        var id = (await centre.GetAsync("reconciliations")).GetProperty("rows")[0].GetProperty("id").GetGuid();

        using var refused = await secretary.SendAsync($"/reconciliations/{id}", ("line-1", new('长', 201)));
        using var done = await secretary.SendAsync($"/reconciliations/{id}", ("line-1", "已经转走了"));
        using var again = await secretary.SendAsync($"/reconciliations/{id}", ("line-1", "又改主意"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(new('长', 201), await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (done.StatusCode, again.StatusCode));
        var read = await centre.GetAsync($"reconciliations/{id}");
        Assert.Equal(("differs", "已经转走了"), (read.GetProperty("state").GetString(), read.GetProperty("lines")[0].GetProperty("objection").GetString()));
        var week = await centre.GetAsync("reconciliations?state=differs");
        Assert.Equal((1, 1), (week.GetProperty("differing").GetInt32(), week.GetProperty("rows").GetArrayLength()));

        // The centre rules; what it typed stays until it is whole.
        using var ruler = await city.Site.BrowserOfAsync(city.At(Role.TownCentre).Person);
        using var half = await ruler.SendAsync($"/reconciliations/{id}?handler=Rule", ("why-1", "转办单上有"));
        using var ruled = await ruler.SendAsync($"/reconciliations/{id}?handler=Rule", ("ruling-1", "true"), ("why-1", "转办单上有"));
        var second = await centre.PostAsync($"reconciliations/{id}/rulings", new { rulings = new[] { new { line = 1, upheld = false, text = "不认" } } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (half.StatusCode, ruled.StatusCode, second.Status));
        Assert.Contains("转办单上有", await half.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var after = await centre.GetAsync($"reconciliations/{id}");
        Assert.Equal(("ruled", 0, false), (after.GetProperty("state").GetString(), after.GetProperty("open").GetInt32(), after.GetProperty("mayRule").GetBoolean()));
        Assert.Contains("异议成立，不再计入", await secretary.GetStringAsync(new Uri($"/reconciliations/{id}", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_kept_filter_stands_on_its_page_and_leads_there(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        using var county = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);

        using var saved = await county.SendAsync("/filters", ("List", "ledger"), ("Name", "本月超期"), ("Query", "mark=late&from=2026-03-01"), ("Shared", "true"));
        using var nameless = await county.SendAsync("/filters", ("List", "ledger"), ("Name", ""), ("Query", "mark=late"));
        var page = await county.GetStringAsync(new Uri("/ledger", UriKind.Relative), Ct);

        Assert.Equal("/ledger?mark=late&from=2026-03-01", saved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("href=\"/ledger?mark=late&amp;from=2026-03-01\"", page, StringComparison.Ordinal);
        Assert.Contains("本月超期", page, StringComparison.Ordinal);
    }
}
