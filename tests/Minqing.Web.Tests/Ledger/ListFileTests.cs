using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Ledger;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Walking;

namespace Minqing.Web.Tests.Ledger;

/// <summary>Every list is taken away as a paper form, by whoever sees it, and the journal knows.</summary>
[Trait("Spec", "H-32")]
public sealed class ListFileTests
{
    private static CancellationToken Ct => WalkedCity.Ct;

    [Theory, OnBothDatabases]
    public async Task Every_list_is_a_file_with_its_columns_and_lines_by_its_filter_and_each_is_written_down(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        var it = await new Cases(city).ReceivedAsync();
        await LedgerDoors.OnAsync(city, it);
        await EventDoors.OpenAsync(city);
        city.Site.Clock.Advance(TimeSpan.FromHours(2));
        await city.Site.Services.GetRequiredService<App.Running.FireClocks>().AllDueAsync(Ct);
        (FilteredList List, Role Who, string Query, int? Lines, string Column)[] all =
        [
            (FilteredList.Work, Role.VillageSecretary, "", null, "要做什么"),
            (FilteredList.Dispatch, Role.CountyCentre, "", null, "要定什么"),
            (FilteredList.Followups, Role.FollowUpDesk, "", 0, "第几次办理"),
            (FilteredList.Watch, Role.CountyHead, "", null, "为什么"),
            (FilteredList.Late, Role.CountyHead, "", 1, "在谁手里"),
            (FilteredList.Late, Role.CountyHead, "q=没有这样的话", 0, "在谁手里"),
            (FilteredList.Instructions, Role.CountyHead, "which=given", 0, "批示内容"),
            (FilteredList.Signs, Role.CountyHead, "", 0, "线索"),
            (FilteredList.Samples, Role.CityCentre, "", 0, "抽中时间"),
            (FilteredList.Oversight, Role.CountyHead, "", 0, "题目"),
            (FilteredList.Reconciliations, Role.TownCentre, "", 1, "协办"),
            (FilteredList.Events, Role.CountyCentre, "", 1, "统一答复"),
            (FilteredList.Events, Role.CountyCentre, "q=没有", 0, "统一答复"),
            (FilteredList.Remit, Role.Deputy, "", null, "办结时间"),
        ];
        Assert.Equal(Enum.GetValues<FilteredList>().Except([FilteredList.Ledger]).Order(), all.Select(a => a.List).Distinct().Order());

        foreach (var (list, who, query, lines, column) in all)
        {
            using var program = await city.Site.ProgramOfAsync(city.At(who).Person);
            using var answer = await program.PostAsync(new Uri($"/api/v1/lists/{list.Name()}/exports?{query}&format=csv", UriKind.Relative), null, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{list}: {answer.StatusCode}");
            var text = Encoding.UTF8.GetString((await answer.Content.ReadAsByteArrayAsync(Ct)).AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("序号,", text[3], StringComparison.Ordinal);
            Assert.Contains(column, text[3].Split(','));
            Assert.True(lines is null || text.Length - 4 == lines, $"{list}: {text.Length - 4} lines");
            Assert.DoesNotContain("王秀兰", string.Concat(text), StringComparison.Ordinal);
        }

        using var secretary = await city.Site.ProgramOfAsync(city.At(Role.VillageSecretary).Person);
        using var refused = await secretary.PostAsync(new Uri("/api/v1/lists/late/exports", UriKind.Relative), null, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await using var db = city.Site.Test.NewDb();
        Assert.Equal(all.Select(a => a.List.Name()).Order(StringComparer.Ordinal), (await db.LedgerExports.ToListAsync(Ct)).Select(e => e.Filter.Split('?')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(await db.LedgerExports.ToListAsync(Ct), e => e.Filter == "late?q=***" && e.Rows == 0);
    }

    [Theory, OnBothDatabases]
    public async Task The_page_offers_the_file_as_a_workbook_and_a_file_ends_where_it_is_full(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        await EventDoors.OpenAsync(city);
        using var centre = await city.Site.BrowserOfAsync(city.At(Role.CountyCentre).Person);
        Assert.Contains("action=\"/lists/events/file?q=", await centre.GetStringAsync(new Uri("/events?q=停电", UriKind.Relative), Ct), StringComparison.Ordinal);

        using var answer = await centre.SendAsync("/lists/events/file?q=停电", ("format", "xlsx"));
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        using var book = SpreadsheetDocument.Open(file, false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText).ToArray()).ToList();
        Assert.EndsWith("群发事件清单", rows[0][0], StringComparison.Ordinal);
        Assert.Equal(("1", "大风停电"), (rows[4][0], rows[4][1]));

        // What is not understood leads back to the list, which says so.
        using var deputy = await city.Site.BrowserOfAsync(city.At(Role.Deputy).Person);
        using var unclear = await deputy.SendAsync("/lists/remit/file?from=soon", ("format", "csv"));
        Assert.Equal((HttpStatusCode.Redirect, "/remit?from=soon"), (unclear.StatusCode, unclear.Headers.Location?.OriginalString));

        await using var db = city.Site.Test.NewDb();
        var viewer = await city.ViewerAsync(Role.CountyCentre);
        ListExport? written = null;
        var full = await new ExportList(db, city.Site.Clock) { LinesAtMost = 3 }.RunAsync(
            viewer, FilteredList.Late, "", ExportFormat.Csv, after => Task.FromResult<Result<ListLeaf>>(new ListLeaf([["一"], ["二"]], $"{after}1")), it => Task.FromResult(written = it), Ct);
        Assert.Equal((3, true, 3, true), (full.Value.Rows, full.Value.More, written!.Lines.Count, written.More));
        Assert.Equal("late?", (await db.LedgerExports.OrderByDescending(e => e.Id).FirstAsync(Ct)).Filter);
    }

    [Fact]
    [Trait("Spec", "H-03")]
    public async Task The_dispatch_desk_is_taken_away_whole_not_only_what_its_first_page_shows()
    {
        await using var city = await WalkedCity.OnAsync(Engine.Sqlite);
        var cases = new Cases(city);
        for (var i = 0; i < 51; i++)
            await cases.ReceivedAsync();
        await using var db = city.Site.Test.NewDb();
        var village = (await city.ViewerAsync(Role.VillageSecretary)).Posts[0].Unit;
        await db.Posts.Where(p => p.Unit == village).ExecuteUpdateAsync(p => p.SetProperty(x => x.Holder, (PersonId?)null), Ct);
        using var program = await city.Site.ProgramOfAsync(city.At(Role.CountyCentre).Person);

        foreach (var query in new[] { "", "work=vacant&" })
        {
            using var answer = await program.PostAsync(new Uri($"/api/v1/lists/dispatch/exports?{query}format=csv", UriKind.Relative), null, Ct);
            var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal(51, text.Split("楼门口的下水道堵了三天").Length - 1);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Signs_that_no_text_holds_are_searched_for_like_others_and_nothing_in_a_list_of_lines_is_refused(Engine engine)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        await LedgerDoors.OnAsync(city, await new Cases(city).ReceivedAsync());
        using var county = await city.Site.ProgramOfAsync(city.At(Role.CountyHead).Person);
        using var centre = await city.Site.ProgramOfAsync(city.At(Role.CountyCentre).Person);
        using var town = await city.Site.ProgramOfAsync(city.At(Role.TownCentre).Person);
        var odd = new List<string>();

        foreach (var sought in new[] { "%00", $"a%00b", Uri.EscapeDataString(new string('停', 39) + "\U0001F600") })
        {
            foreach (var list in Enum.GetValues<FilteredList>().Except([FilteredList.Ledger]))
            {
                foreach (var program in new[] { county, centre, town })
                {
                    using var answer = await program.PostAsync(new Uri($"/api/v1/lists/{list.Name()}/exports?q={sought}&format=csv", UriKind.Relative), null, Ct);
                    if ((int)answer.StatusCode >= 500)
                        odd.Add($"{list} {sought}");
                }
            }

            foreach (var path in new[] { "ledger", "stations", "events", "reconciliations", "dockets" })
            {
                using var answer = await county.GetAsync(new Uri($"/api/v1/{path}?q={sought}&after={sought}", UriKind.Relative), Ct);
                if ((int)answer.StatusCode >= 500)
                    odd.Add($"{path} {sought}");
            }
        }

        foreach (var (part, list) in new[] { ("confirmation", "objections"), ("rulings", "rulings") })
        {
            await using var db = city.Site.Test.NewDb();
            foreach (var id in await db.Reconciliations.Select(r => r.Id).ToListAsync(Ct))
            {
                using var answer = await town.PostAsync(new Uri($"/api/v1/reconciliations/{id}/{part}", UriKind.Relative), new StringContent($$"""{"{{list}}":[null]}""", Encoding.UTF8, "application/json"), Ct);
                if ((int)answer.StatusCode >= 500)
                    odd.Add(part);
            }
        }

        Assert.Empty(odd.Distinct());
    }
}
