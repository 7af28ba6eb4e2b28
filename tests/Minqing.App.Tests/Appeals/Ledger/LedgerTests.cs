using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Timing;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Running;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

[Trait("Spec", "H-32")]
public sealed class LedgerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task It_holds_what_the_viewer_sees_the_newest_first_each_once_page_by_page(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var here = new List<AppealId>();
        for (var i = 0; i < 5; i++)
            here.Insert(0, (await town.ReportAsync()).Appeal);
        var (_, elsewhere) = await town.ReportAsync(Light());

        var (village, county) = (await town.SecretaryAsync(), await town.AsAsync(Role.CountyHead, SmallCity.County));

        Assert.Equal(here, await AllAsync(town, village, LedgerFilter.None, size: 2));
        Assert.Equal([elsewhere, .. here], await AllAsync(town, county, LedgerFilter.None, size: 2));
        Assert.Equal([elsewhere, .. here], await AllAsync(town, county, LedgerFilter.None, size: 3));
        Assert.IsType<NotForYou>(await town.RefusedAsync<ReadLedger, LedgerPage>(async u => await u.RunAsync(await town.AsAsync(Role.Administrator, SmallCity.City), LedgerFilter.None, null, Ct)));
    }

    [Theory, OnBothDatabases]
    public async Task Every_part_of_the_filter_asks_what_it_says(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, noise) = await town.ReportAsync();
        town.Pass(TimeSpan.FromDays(1));
        var (_, light) = await town.ReportAsync(Light());
        var secretary = await town.SecretaryAsync();
        await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, noise, null, Ct));
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);
        var day = LocalTime.DayOf((await town.CaseAsync(noise)).Appeal.ReceivedAt);

        async Task Finds(LedgerFilter filter, params AppealId[] found) => Assert.Equal(found, await AllAsync(town, county, filter, size: 1));

        await Finds(new() { To = day }, noise);
        await Finds(new() { From = day.AddDays(1) }, light);
        await Finds(new() { From = day, To = day.AddDays(1) }, light, noise);
        await Finds(new() { Region = SmallCity.Village }, noise);
        await Finds(new() { Category = "property" }, noise); // a hot domain: its categories
        await Finds(new() { Region = SmallCity.Town }, noise);
        await Finds(new() { Region = SmallCity.City }, light, noise); // more than one's own area is one's own area
        await Finds(new() { Region = "000000000000" });
        await Finds(new() { Category = "A1" }, light);
        await Finds(new() { Stage = Stage.Handling }, light, noise);
        await Finds(new() { Stage = Stage.Settled });
        await Finds(new() { Unit = "村201", Region = SmallCity.Village }, noise);
        await Finds(new() { Unit = "没有这个单位" });
        // Who works beside the lead is a unit of it, too, and stands on its line.
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await Finds(new() { Unit = "水川" });
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, noise, [new(centre.Posts[0].Unit.Value, "一起看", null)], null, Ct));
        await Finds(new() { Unit = "水川" }, noise);
        var line = (await town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(county, new() { Unit = "水川" }, null, Ct))).Rows[0];
        Assert.Contains("水川", Assert.Single(line.Beside), StringComparison.Ordinal);
        Assert.Contains("村201", line.Lead, StringComparison.Ordinal);
        await Finds(new() { Source = Channel.Interface }, light, noise);
        await Finds(new() { Source = Channel.Code });
        await Finds(new() { Outcome = Outcome.Solved });
        await Finds(new() { Words = "冷库" }, noise);
        await Finds(new() { Words = "3 号楼" }, noise);
        await Finds(new() { Words = receipt.Number.ToLowerInvariant() }, noise);
        await Finds(new() { Words = "路灯", Category = "A1", Stage = Stage.Handling }, light);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-05")]
    public async Task What_is_late_suspended_extended_or_returned_is_found_and_what_stands_still_is_counted_apart(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, late) = await town.ReportAsync();
        var (_, still) = await town.ReportAsync(Light("620402100201"));
        var (secretary, centre) = (await town.SecretaryAsync(), await town.AsAsync(Role.CityCentre, SmallCity.City));
        foreach (var id in (AppealId[])[late, still])
            await town.RunAsync<SignOrder, StepDone>(u => u.RunAsync(secretary, id, null, Ct));
        await town.RunAsync<AskExtension, StepDone>(u => u.RunAsync(secretary, late, 1, "要等配件", null, Ct));
        await town.RunAsync<GrantExtension, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), late, null, null, Ct));
        var until = LocalTime.DayOf(town.Test.Clock.GetUtcNow().UtcDateTime).AddDays(60);
        await town.RunAsync<SuspendAppeal, StepDone>(u => u.RunAsync(centre, still, SuspendReason.SeasonOrWeather, until, "冻土开挖不了", null, Ct));
        town.Pass(TimeSpan.FromDays(20));
        await town.Test.RunAsync<FireClocks, DateTime?>(f => f.AllDueAsync(Ct));

        Assert.Equal([late], await AllAsync(town, secretary, new() { Mark = LedgerMark.Late }));
        Assert.Equal([still], await AllAsync(town, secretary, new() { Mark = LedgerMark.Suspended }));
        Assert.Equal([late], await AllAsync(town, secretary, new() { Mark = LedgerMark.Extended }));
        Assert.Empty(await AllAsync(town, secretary, new() { Mark = LedgerMark.Returned }));
        var counts = await town.Test.RunAsync<CountLedger, LedgerCounts>(u => u.RunAsync(secretary, null, Ct));
        Assert.Equal((1, 1), (counts.Stages[Stage.Handling], counts.Suspended));

        var mine = await town.ListAsync(secretary);
        Assert.DoesNotContain(still, mine.Page.Rows.Where(r => r.Kind == Domain.Appeals.TurnKind.Handle).Select(r => r.Appeal));
        Assert.Equal(1, mine.Stopped);
        var standing = await town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(secretary, null, null, true, null, Ct));
        Assert.Equal((still, true), (Assert.Single(standing.Page.Rows).Appeal, standing.Page.Rows[0].Stopped));
        var row = (await ReadAsync(town, secretary, new() { Mark = LedgerMark.Suspended })).Rows[0];
        Assert.True(row is { Suspended: true, Late: false, Lead: "村201" });
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-31")]
    public async Task A_sensitive_one_stands_in_no_ledger_and_no_count_of_who_may_not_see_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        await town.RunAsync<RestrictAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, true, false, "涉及个人隐私", null, Ct));
        var (head, county) = (await town.AsAsync(Role.TownHead, SmallCity.Town), await town.AsAsync(Role.CountyHead, SmallCity.County));

        Assert.Empty(await AllAsync(town, head, LedgerFilter.None));
        Assert.Empty(await AllAsync(town, head, new() { Words = "冷库" }));
        Assert.All((await town.Test.RunAsync<CountLedger, LedgerCounts>(u => u.RunAsync(head, null, Ct))).Stages.Values, n => Assert.Equal(0, n));
        Assert.Equal([id], await AllAsync(town, county, LedgerFilter.None));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-33")]
    public async Task Words_stand_masked_and_what_the_mask_hides_finds_nothing(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync(Town.Noise() with { Text = "楼下太吵，打 13911112222 找我。" });
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);

        var row = Assert.Single((await ReadAsync(town, county, LedgerFilter.None)).Rows);
        Assert.DoesNotContain("1391", row.Words, StringComparison.Ordinal);
        Assert.Equal([id], await AllAsync(town, county, new() { Words = "太吵" }));
        Assert.Empty(await AllAsync(town, county, new() { Words = "1111" }));
    }

    [Theory, OnBothDatabases]
    public async Task A_search_that_no_index_answers_says_how_far_it_looked_and_goes_on_from_there(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, oldest) = await town.ReportAsync(Town.Noise() with { Text = "下水道堵了。" });
        for (var i = 0; i < 4; i++)
            await town.ReportAsync();
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);
        await using var db = town.Test.NewDb();
        var read = new ReadLedger(db, new(db), Profiles.Load("baiyin")) { LooksAtMost = 3 };
        var filter = new LedgerFilter { Words = "下水道" };

        var near = (await read.RunAsync(county, filter, null, 2, Ct)).Value;
        var far = (await read.RunAsync(county, filter, near.Next, 2, Ct)).Value;

        Assert.Empty(near.Rows);
        Assert.NotNull(near.SoughtTo);
        Assert.Equal([oldest], far.Rows.Select(r => r.Appeal));
        Assert.Null(far.Next);
    }

    [Fact]
    public void A_filter_reads_back_from_its_own_text_and_refuses_what_is_none()
    {
        var filter = new LedgerFilter { Words = "冷库 & 3号", From = new(2026, 3, 1), To = new(2026, 3, 31), Region = SmallCity.Town, Category = "A1", Stage = Stage.Checking, Mark = LedgerMark.NearDue, Unit = "街道", Source = Channel.HomeVisit, Outcome = Outcome.Promised };
        var parts = filter.Text.Split('&').Select(p => p.Split('=')).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]));

        Assert.Equal(filter, LedgerFilter.Read(parts.GetValueOrDefault).Value);
        Assert.Equal(10, parts.Count);
        Assert.Equal(new FilterNotUnderstood("stage"), LedgerFilter.Read(p => p == "stage" ? "nonsense" : null).Problem);
        Assert.Equal(new FilterNotUnderstood("to"), LedgerFilter.Read(p => p == "to" ? "2026-03-01" : p == "from" ? "2026-03-02" : null).Problem);
    }

    private static Submission Light(string region = SmallCity.OtherVillage) => new(null, region, "路灯不亮。", "13800005678", CategoryCode: "A1", Address: "五星社区");

    private static Task<LedgerPage> ReadAsync(Town town, Viewer viewer, LedgerFilter filter) => town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(viewer, filter, null, Ct));

    private static async Task<IReadOnlyList<AppealId>> AllAsync(Town town, Viewer viewer, LedgerFilter filter, int size = 50)
    {
        var (found, after) = (new List<AppealId>(), (LedgerCursor?)null);
        do
        {
            var page = await town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(viewer, filter, after, size, Ct));
            found.AddRange(page.Rows.Select(r => r.Appeal));
            after = page.Next;
        }
        while (after is not null && found.Count < 100);
        return found;
    }
}
