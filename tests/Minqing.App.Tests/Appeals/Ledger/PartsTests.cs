using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.App.People;
using Minqing.App.Tests.Appeals.Dispatching;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

/// <summary>Every part of a report that was split has the number on the receipt, in the ledger and in every search (I-34, H-32).</summary>
[Trait("Spec", "H-32")]
[Trait("Spec", "I-34")]
public sealed class PartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Whoever_leads_a_part_finds_it_by_the_number_on_the_receipt(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (unit, officer) = await town.BureauAsync("housing");
        var (receipt, first) = await town.ReportAsync(Town.Noise() with { Text = "冷库整夜响，门口的路灯也不亮", Channel = Channel.Window });
        var (centre, county) = (await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var part = await SplitAsync(town, first, centre);
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, part, unit, "归住建", null, Ct));
        await town.SettledAsync(first);

        var line = Assert.Single(await LinesAsync(town, officer, new() { Words = receipt.Number }));
        Assert.Equal((part, ReportNumber.Grouped(receipt.Number), Channel.Window, null), (line.Appeal, line.Number, line.Source, line.Asked));
        Assert.Equal([part], (await town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(officer, null, receipt.Number, false, null, Ct))).Page.Rows.Select(r => r.Appeal));
        var both = await LinesAsync(town, county, new() { Words = receipt.Number });
        Assert.Equal([first, part], both.Select(l => l.Appeal).Order());
        Assert.Equal(CallOutcome.Reached, both.Single(l => l.Appeal == first).Asked);
        Assert.Equal([first, part], (await LinesAsync(town, county, new() { Source = Channel.Window })).Select(l => l.Appeal).Order());
        Assert.Empty(await LinesAsync(town, county, new() { Source = Channel.Code }));
    }

    [Theory, OnBothDatabases]
    public async Task A_number_is_found_however_much_came_since(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await town.ReportAsync();
        await town.ReportAsync();
        await town.ReportAsync();
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);
        await using var db = town.Test.NewDb();

        var page = await new ReadLedger(db, new(db), SmallCity.Baiyin) { LooksAtMost = 1 }.RunAsync(county, new() { Words = receipt.Number }, null, Ct);

        Assert.Equal([first], page.Value.Rows.Select(r => r.Appeal));
    }

    private static async Task<IReadOnlyList<LedgerRow>> LinesAsync(Town town, Viewer viewer, LedgerFilter filter) =>
        (await town.RunAsync<ReadLedger, LedgerPage>(u => u.RunAsync(viewer, filter, null, Ct))).Rows;

    private static async Task<AppealId> SplitAsync(Town town, AppealId first, Viewer centre)
    {
        await town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, first, null, "门口的路灯也不亮", "A2", null, Ct));
        await using var db = town.Test.NewDb();
        return await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);
    }
}
