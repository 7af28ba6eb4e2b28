using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Policy;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Ledger;

[Trait("Spec", "H-32")]
public sealed class ExportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Every_export_is_in_the_journal_with_who_what_and_how_much_and_says_when_there_is_more(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        for (var i = 0; i < 5; i++)
            await town.ReportAsync();
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);
        await using var db = town.Test.NewDb();
        var export = new ExportLedger(db, new(db, new(db), Profiles.Load("baiyin")), town.Test.Clock) { LinesAtMost = 3 };
        var (numbers, more) = (new List<string>(), false);

        var done = (await export.RunAsync(county, new() { Words = "冷库" }, ExportFormat.Csv, async lines =>
        {
            await foreach (var row in lines.All)
                numbers.Add(row.Number);
            more = lines.More;
        }, Ct)).Value;

        Assert.Equal((3, true, true, 3), (done.Rows, done.More, more, numbers.Distinct().Count()));
        await using var fresh = town.Test.NewDb();
        var kept = await fresh.LedgerExports.SingleAsync(Ct);
        Assert.Equal((county.Person, "q=***", ExportFormat.Csv, 3, true), (kept.Person!.Value, kept.Filter, kept.Format, kept.Rows, kept.More));
        Assert.Equal(county.Person, (await fresh.Journal.SingleAsync(j => j.SubjectKind == SubjectKind.LedgerExport, Ct)).Person);
        Assert.Empty((await new Verification(fresh).RunAsync(town.Test.Settings.TreeHeads, [], Ct)).Findings);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-33")]
    public async Task What_was_searched_for_does_not_stay_in_the_journal_and_the_rest_of_the_filter_does(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);

        await town.RunAsync<ExportLedger, ExportDone>(u => u.RunAsync(county, new() { Words = "13800001234", Region = SmallCity.Village + "001" }, ExportFormat.Csv, _ => Task.CompletedTask, Ct));
        await town.RunAsync<ExportList, ExportDone>(u => u.RunAsync(
            county, FilteredList.Late, $"which=late&q={Uri.EscapeDataString("王秀兰")}", ExportFormat.Csv, _ => Task.FromResult<Result<ListLeaf>>(new ListLeaf([], null)), _ => Task.CompletedTask, Ct));

        await using var db = town.Test.NewDb();
        Assert.Equal(["late?which=late&q=***", $"q=***&region={SmallCity.Village}001"], await db.LedgerExports.Select(e => e.Filter).OrderBy(f => f).ToListAsync(Ct));
        foreach (var hidden in new[] { "13800001234", "王秀兰", Uri.EscapeDataString("王秀兰") })
            Assert.DoesNotContain(await db.Journal.Select(j => j.Body).ToListAsync(Ct), b => System.Text.Encoding.UTF8.GetString(b).Contains(hidden, StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_not_finished_leaves_no_entry_and_nothing_was_given_away(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        await town.ReportAsync();
        var county = await town.AsAsync(Role.CountyHead, SmallCity.County);

        await Assert.ThrowsAsync<IOException>(() => town.Test.RunAsync<ExportLedger, Result<ExportDone>>(u => u.RunAsync(county, LedgerFilter.None, ExportFormat.Xlsx, _ => throw new IOException("full"), Ct)));

        await using var db = town.Test.NewDb();
        Assert.Equal(0, await db.LedgerExports.CountAsync(Ct));
    }
}
