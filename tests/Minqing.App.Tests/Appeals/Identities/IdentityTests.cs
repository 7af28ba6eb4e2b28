using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Intake;
using Minqing.App.People;
using Minqing.App.Tests.Kernel.Sealing;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Identities;

public sealed class IdentityTests
{
    private const string Phone = "13812345678";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task The_first_tier_opens_an_identity_for_the_first_call_and_the_reporter_reads_who_did(Engine engine)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (report, receipt) = await SubmitAsync(city, keep: false);
        var secretary = await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village);

        var seen = await OpenAsync(city, secretary, report, OpeningPurpose.FirstCall);
        city.Test.Clock.Advance(TimeSpan.FromMinutes(5));
        await OpenAsync(city, secretary, report, OpeningPurpose.Handling);
        var openings = await OpeningsAsync(city, receipt.Number, receipt.QueryCode);

        Assert.Equal((Phone, "张三"), (seen.Value.Phone?.Value, seen.Value.Name));
        Assert.Equal([OpeningPurpose.FirstCall, OpeningPurpose.Handling], openings.Value.Select(o => o.Purpose));
        Assert.Equal((Role.VillageSecretary.Name(), "村201", TimeSpan.FromMinutes(5)), (openings.Value[0].Role, openings.Value[0].Unit, openings.Value[1].At - openings.Value[0].At));
        Assert.IsType<NoSuchReport>((await OpeningsAsync(city, receipt.Number, "AAAAAA")).Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Who_may_not_see_an_identity_is_refused_and_leaves_no_opening(Engine engine)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (open, _) = await SubmitAsync(city, keep: false);
        var (kept, _) = await SubmitAsync(city, keep: true);

        Assert.IsType<NoSuchReport>((await OpenAsync(city, await city.ViewerAsync(Role.VillageSecretary, SmallCity.OtherVillage), open, OpeningPurpose.FirstCall)).Problem);
        Assert.IsType<NoSuchReport>((await OpenAsync(city, await city.AdministratorAsync(), open, OpeningPurpose.FirstCall)).Problem);
        Assert.IsType<IdentityKeptFromHandlers>((await OpenAsync(city, await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village), kept, OpeningPurpose.FirstCall)).Problem);
        Assert.IsType<Missing>((await OpenAsync(city, await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village), open, OpeningPurpose.LegalRequest)).Problem);
        await using var db = city.Test.NewDb();
        Assert.Empty(await db.IdentityLogs.ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Whom_it_is_about_never_learns_who_reported_it(Engine engine)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (report, _) = await SubmitAsync(city, keep: false);
        var secretary = await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village);
        await using (var db = city.Test.NewDb())
        {
            var appeal = await db.Appeals.Select(a => a.Id).SingleAsync(Ct);
            var centre = await city.ViewerAsync(Role.TownCentre, SmallCity.Town);
            var named = await city.Test.RunAsync<NameTarget, Result<StepDone>>(u => u.RunAsync(centre, appeal, null, secretary.Posts[0].Id.Value, null, Ct));
            Assert.Null(named.Problem);
        }

        Assert.IsType<NoSuchReport>((await OpenAsync(city, secretary, report, OpeningPurpose.FirstCall)).Problem);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Two_that_open_at_once_are_both_written_down(Engine engine)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (report, receipt) = await SubmitAsync(city, keep: false);
        var viewers = await Task.WhenAll(((Role[])[Role.VillageSecretary, Role.VillagePolice, Role.PostedCadre]).Select(r => city.ViewerAsync(r, SmallCity.Village)));

        var seen = await Task.WhenAll(viewers.Select(v => OpenAsync(city, v, report, OpeningPurpose.FirstCall)));

        Assert.All(seen, s => Assert.True(s.Ok));
        Assert.Equal(3, (await OpeningsAsync(city, receipt.Number, receipt.QueryCode)).Value.Count);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "P-13")]
    public async Task Erasure_leaves_nothing_to_open_and_a_sound_journal(Engine engine)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (report, _) = await SubmitAsync(city, keep: false);
        var secretary = await city.ViewerAsync(Role.VillageSecretary, SmallCity.Village);
        await OpenAsync(city, secretary, report, OpeningPurpose.FirstCall);
        await using var db = city.Test.NewDb();
        var key = (await db.Vault.AsNoTracking().SingleAsync(Ct)).WrappedKey!;
        Assert.NotEqual(engine == Engine.Sqlite, -1 == await IndexInFilesAsync(city, key));

        await using (var steps = city.Test.NewDb())
        {
            var log = await steps.IdentityLogs.SingleAsync(Ct);
            Assert.Null(log.Erase(null, new(Actor.Reporter, city.Start)));
            Storage.Vault.IdentityVault.Destroy(await steps.Vault.SingleAsync(Ct), city.Start);
            await steps.SaveChangesAsync(Ct);
        }

        await city.Test.SealAsync();

        Assert.IsType<NoIdentityKept>((await OpenAsync(city, secretary, report, OpeningPurpose.Handling)).Problem);
        Assert.Equal(-1, await IndexInFilesAsync(city, key));
        Assert.Empty((await new Verification(db).RunAsync(city.Test.Settings.TreeHeads, [], Ct)).Findings);
    }

    [Theory]
    [OnBothDatabases(true)]
    [OnBothDatabases(false)]
    [Trait("Spec", "P-13")]
    public async Task An_identity_that_vanished_without_a_word_is_found(Engine engine, bool row)
    {
        await using var city = await SmallCity.OfBaiyinAsync(engine);
        var (report, receipt) = await SubmitAsync(city, keep: false);
        await using var db = city.Test.NewDb();
        if (row)
            await db.Vault.ExecuteDeleteAsync(Ct);
        else
            await db.Vault.ExecuteUpdateAsync(set => set.SetProperty(v => v.WrappedKey, (byte[]?)null), Ct);

        var finding = Assert.Single((await new Verification(db).RunAsync(city.Test.Settings.TreeHeads, [], Ct)).Findings);
        Assert.Equal($"Report {report.Value} (number {ReportNumber.Parse(receipt.Number)})", finding.Place, ignoreCase: true);
    }

    [Fact]
    [Trait("Spec", "P-12")]
    public async Task After_a_whole_submission_no_name_number_or_home_can_be_read_in_the_database()
    {
        await using var city = await SmallCity.OfBaiyinAsync(Engine.Sqlite);
        await SubmitAsync(city, keep: false);

        foreach (var secret in (string[])[Phone, "张三", "人民路街道3号楼"])
            Assert.Equal(-1, await IndexInFilesAsync(city, Encoding.UTF8.GetBytes(secret)));
        Assert.NotEqual(-1, await IndexInFilesAsync(city, Encoding.UTF8.GetBytes("路灯不亮")));
    }

    private static async Task<(ReportId Report, Receipt Receipt)> SubmitAsync(SmallCity city, bool keep)
    {
        var submission = new Submission(null, SmallCity.Village, "路灯不亮", Phone, "张三", keep, Home: "人民路街道3号楼");
        var receipt = (await city.Test.RunAsync<SubmitReport, Result<Receipt>>(s => s.RunAsync($"{Guid.CreateVersion7()}", submission, Ct))).Value;
        await using var db = city.Test.NewDb();
        var parsed = ReportNumber.Parse(receipt.Number);
        return ((await db.Reports.SingleAsync(r => r.Number == parsed, Ct)).Id, receipt);
    }

    private static Task<Result<Identity>> OpenAsync(SmallCity city, Viewer viewer, ReportId report, OpeningPurpose purpose) =>
        city.Test.RunAsync<OpenIdentity, Result<Identity>>(o => o.RunAsync(viewer, report, purpose, null, Ct));

    private static Task<Result<IReadOnlyList<Opening>>> OpeningsAsync(SmallCity city, string number, string code) =>
        city.Test.RunAsync<ListOpenings, Result<IReadOnlyList<Opening>>>(o => o.RunAsync(number, code, Ct));

    // Where in the database's files the bytes stand once the log is written back; PostgreSQL's files are not at hand.
    private static async Task<int> IndexInFilesAsync(SmallCity city, byte[] bytes)
    {
        if (city.Test.Engine != Engine.Sqlite)
            return -1;

        await using (var db = city.Test.NewDb())
            await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)", Ct);
        await using var file = new FileStream(new SqliteConnectionStringBuilder(city.Test.Connection).DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        await file.ReadExactlyAsync(content, Ct);
        return content.AsSpan().IndexOf(bytes);
    }
}
