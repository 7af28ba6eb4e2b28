using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Api;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Ledger;

/// <summary>The ledger over HTTP, as a page and as an interface.</summary>
[Trait("Spec", "H-32")]
public sealed class LedgerPageTests
{
    [Theory, OnBothDatabases]
    public async Task The_interface_and_the_page_give_the_same_lines_for_the_same_filter_and_nobodys_name(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var county = await Official.OfAsync(city, Role.CountyCentre);
        using var browser = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);

        var found = await county.GetAsync($"ledger?q={it.Number}&stage=handling");
        var none = await county.GetAsync("ledger?stage=settled");
        var page = await browser.GetStringAsync(new Uri($"/ledger?q={it.Number}&stage=handling", UriKind.Relative), WalkedCity.Ct);
        var empty = await browser.GetStringAsync(new Uri("/ledger?stage=settled", UriKind.Relative), WalkedCity.Ct);

        Assert.Equal(it.Appeal.Value, Assert.Single(found.GetProperty("rows").EnumerateArray()).GetProperty("appeal").GetGuid());
        Assert.Empty(none.GetProperty("rows").EnumerateArray());
        Assert.Contains($"/appeals/{it.Appeal.Value}", page, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的", empty, StringComparison.Ordinal);
        Assert.DoesNotContain("王秀兰", found.ToString() + page, StringComparison.Ordinal);
        Assert.Equal(1, (await county.GetAsync("ledger/counts")).GetProperty("stages").GetProperty("handling").GetInt32());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-08")]
    public async Task Whoever_leads_reads_beside_the_unit_that_a_veto_bars_it_on_page_interface_and_paper_and_nobody_else(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        using var county = await Official.OfAsync(city, Role.CountyCentre);
        using var secretary = await Official.OfAsync(city, Role.VillageSecretary);
        using var browser = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);
        Assert.False(await BarredAsync(county));
        await BarAsync(city, it);

        var page = await browser.GetStringAsync(new Uri($"/ledger?q={it.Number}", UriKind.Relative), WalkedCity.Ct);
        using var program = await city.Site.ProgramOfAsync(city.At(Role.CountyCentre).Person);
        using var file = await program.PostAsync(new Uri($"/api/v1/ledger/exports?q={it.Number}&category=property&format=csv", UriKind.Relative), null, WalkedCity.Ct);
        var paper = await file.Content.ReadAsStringAsync(WalkedCity.Ct);
        Assert.True(await BarredAsync(county));
        Assert.False(await BarredAsync(secretary));
        Assert.Contains("一票否决</span>", page, StringComparison.Ordinal);
        Assert.Contains("年被一票否决（第 1 号）", paper, StringComparison.Ordinal);
        Assert.Contains("、物业管理", paper.Split('\n')[1], StringComparison.Ordinal); // the hot domain that was asked for

        async Task<bool> BarredAsync(Official who) => Assert.Single((await who.GetAsync($"ledger?q={it.Number}")).GetProperty("rows").EnumerateArray()).GetProperty("leadBarred").GetBoolean();
    }

    private static async Task BarAsync(WalkedCity city, Case it)
    {
        await using var scope = city.Site.Services.CreateAsyncScope();
        await using var db = city.Site.Test.NewDb();
        var (now, lead) = (city.Site.Clock.GetUtcNow().UtcDateTime, await db.Appeals.Where(a => a.Id == it.Appeal).Select(a => a.Lead).SingleAsync(WalkedCity.Ct));
        var opened = await scope.ServiceProvider.GetRequiredService<OpenDocket>().RunAsync(
            await city.ViewerAsync(Role.Inspector), DocketKind.Veto,
            new() { Title = "冷库噪声处置不当", Words = "五十余人上访", Appeals = it.Number, Unit = lead!.Value.Value, Ground = VetoGround.MassPetition, Until = LocalTime.DayOf(now).AddDays(7) }, WalkedCity.Ct);
        Assert.True(opened.Ok, $"{opened.Problem}");
        await db.Dockets.Where(d => d.Kind == DocketKind.Veto).ExecuteUpdateAsync(set => set.SetProperty(d => d.Barred, true).SetProperty(d => d.EndedAt, now).SetProperty(d => d.State, DocketState.Ended), WalkedCity.Ct);
    }

    [Theory, OnBothDatabases]
    public async Task A_condition_that_is_none_is_refused_and_what_was_typed_stays(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        using var county = await Official.OfAsync(city, Role.CountyCentre);
        using var browser = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);

        using var refused = await county.FetchAsync("/api/v1/ledger?from=2026-03-05&to=2026-03-01");
        using var page = await browser.GetAsync(new Uri("/ledger?q=%E5%86%B7%E5%BA%93&from=2026-03-05&to=2026-03-01", UriKind.Relative), WalkedCity.Ct);
        var text = await page.Content.ReadAsStringAsync(WalkedCity.Ct);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, page.StatusCode));
        Assert.Contains("止日不能早于起日", text, StringComparison.Ordinal);
        Assert.Contains("value=\"冷库\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"2026-03-05\"", text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Every_list_is_searched_and_its_filter_kept_in_one_way(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        using var centre = await city.Site.BrowserOfAsync(city.At(Role.CityCentre).Person);

        foreach (var list in (string[])["work", "dispatch", "followups", "watch", "late", "instructions", "signs", "samples", "oversight"])
        {
            var page = await centre.GetStringAsync(new Uri($"/{list}?q=%E5%86%B7%E5%BA%93", UriKind.Relative), WalkedCity.Ct);
            Assert.True(page.Contains("value=\"冷库\"", StringComparison.Ordinal), list);
            Assert.True(page.Contains("没有找到", StringComparison.Ordinal), list);
            Assert.True(page.Contains($"name=\"List\" value=\"{list}\"", StringComparison.Ordinal), list);
        }
    }
}
