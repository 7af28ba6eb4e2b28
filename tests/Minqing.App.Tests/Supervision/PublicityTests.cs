using Microsoft.EntityFrameworkCore;
using Minqing.App.Supervision.Publicizing;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Drives, trainings and anonymised cases, and the year that they add up to (S-09).</summary>
[Trait("Spec", "S-09")]
public sealed class PublicityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Drives_and_trainings_add_up_to_a_year_and_what_was_taken_back_counts_no_longer(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await RecordAsync(town, centre, new() { Kind = PublicityKind.Drive, Title = "码上反映进村", Words = "逐户张贴", People = 120, Codes = 40, Messages = 300 });
        await RecordAsync(town, centre, new() { Kind = PublicityKind.Drive, Title = "赶集宣传", Words = "发宣传单", People = 80, Day = new(2026, 2, 20) });
        await RecordAsync(town, centre, new() { Kind = PublicityKind.Training, Title = "接诉即办", Words = "村干部全员", People = 12 });
        await RecordAsync(town, centre, new() { Kind = PublicityKind.Drive, Title = "去年的", Words = "发宣传单", People = 1, Day = new(2025, 12, 31) });
        var wrong = await RecordAsync(town, centre, new() { Kind = PublicityKind.Training, Title = "记重了", Words = "村干部全员", People = 12 });
        await town.RunAsync<TakeBackPublicity, Done>(u => u.RunAsync(centre, wrong, "记重了", Ct));

        var year = await ListAsync(town, centre, 2026);

        Assert.Equal([new(PublicityKind.Drive, 2, 200, 40, 300), new PublicitySum(PublicityKind.Training, 1, 12, 0, 0)], year.Sums);
        Assert.Equal(3, year.Rows.Count);
        // Sought by title, words or place; the sums stay those of all.
        Assert.Equal(["码上反映进村", "赶集宣传"], await SoughtAsync("宣传", "张贴"));
        Assert.Equal(3, (await SoughtAsync("水川")).Count);
        Assert.Empty(await SoughtAsync("四龙"));
        Assert.Equal(["赶集宣传"], (await town.RunAsync<ListPublicity, IReadOnlyList<PublicityRow>>(u => u.WholeAsync(centre, 2026, PublicityKind.Drive, "赶集", Ct))).Select(r => r.Title));
        Assert.Equal(3, (await town.RunAsync<ListPublicity, IReadOnlyList<PublicityRow>>(u => u.WholeAsync(centre, 2026, null, null, Ct))).Count);
        Assert.Equal(2, (await town.RunAsync<ListPublicity, PublicityPage>(u => u.RunAsync(centre, 2026, null, "接诉", null, Ct))).Sums.Count);
        Assert.Empty((await ListAsync(town, await town.City.ViewerAsync(Role.TownCentre, "620402101000"), 2026)).Rows);
        Assert.Equal(3, (await ListAsync(town, await town.AsAsync(Role.CountyCentre, SmallCity.County), 2026)).Rows.Count);
        var report = await town.RunAsync<ReportPublicity, SelfAssessment>(u => u.RunAsync(centre, new(2026, 1, 1), new(2026, 12, 31), Ct));
        Assert.Equal((2, 200, 40, 300, 1, 12, 0), Assert.Single(report.Places) is var p ? (p.Drives, p.Reached, p.Codes, p.Messages, p.Trainings, p.Trained, p.Cases) : default);
        Assert.Equal(["赶集宣传", "码上反映进村", "接诉即办"], report.Items.Select(i => i.Title));
        Assert.Equal(1, Assert.Single((await town.RunAsync<ReportPublicity, SelfAssessment>(u => u.RunAsync(centre, new(2026, 2, 1), new(2026, 2, 28), Ct))).Places).Drives);
        Assert.IsType<PublicityTakenBack>(await town.RefusedAsync<TakeBackPublicity, Done>(u => u.RunAsync(centre, wrong, "又一次", Ct)));
        await town.SoundAsync();

        async Task<IReadOnlyList<string?>> SoughtAsync(params IReadOnlyList<string> words)
        {
            var found = new List<PublicityRow>();
            foreach (var word in words)
                found.AddRange((await town.RunAsync<ListPublicity, PublicityPage>(u => u.RunAsync(centre, 2026, null, word, null, Ct))).Rows);
            return [.. found.DistinctBy(r => r.Id).OrderByDescending(r => r.Day).Select(r => r.Title)];
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_drive_says_which_villages_of_the_area_it_reached_and_each_counts_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (centre, county) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var form = new PublicityForm { Kind = PublicityKind.Drive, Title = "进村", Words = "逐户张贴" };
        await RecordAsync(town, centre, form with { Villages = [SmallCity.Village, SmallCity.OtherVillage, SmallCity.Town, "999999999999"] });
        await RecordAsync(town, centre, form with { Villages = [SmallCity.Village] });
        await RecordAsync(town, county, form with { Villages = [SmallCity.Village, SmallCity.OtherVillage] });
        await RecordAsync(town, county, form with { Kind = PublicityKind.Training, Villages = [SmallCity.OtherVillage] });

        var report = await town.RunAsync<ReportPublicity, SelfAssessment>(u => u.RunAsync(county, new(2026, 1, 1), new(2026, 12, 31), Ct));
        Assert.Equal([2, 1], report.Places.Select(p => p.Villages));
        Assert.Equal(2, report.Villages);
        await using var db = town.Test.NewDb();
        var village = await db.Regions.Where(r => r.Code == SmallCity.Village).Select(r => r.Name).SingleAsync(Ct);
        Assert.All((await ListAsync(town, centre, 2026)).Rows, r => Assert.Equal([village], r.Villages));
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_case_goes_to_its_units_without_anything_of_a_person(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (centre, secretary) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.SecretaryAsync());
        var (receipt, id) = await town.ReportAsync(Town.Noise() with { Text = "我叫王秀兰，电话13800001234，红卫社区 3 号楼楼下冷库整夜响。" });
        Assert.IsType<CaseNotUsable>(await town.RefusedAsync<DraftCase, CaseDraft>(u => u.RunAsync(centre, receipt.Number, Ct)));
        await town.ClosedAsync(id, new("已和店主13900005678说好夜里停机。", "上门协调", Outcome.Solved));

        var draft = await town.RunAsync<DraftCase, CaseDraft>(u => u.RunAsync(centre, receipt.Number, Ct));
        var unit = secretary.Posts[0].Unit.Value;
        await RecordAsync(town, centre, new() { Kind = PublicityKind.TypicalCase, Title = draft.Title, Words = $"{draft.Words}\n店主 13900005678", Appeal = receipt.Number, Units = [unit] });

        await Outbox.DrainAsync(town.Test);
        await using var told = town.Test.NewDb();
        var notices = await told.Notices.Where(n => n.Kind == NoticeKind.TypicalCase).ToListAsync(Ct);
        Assert.Contains(notices, n => n.Person == secretary.Person && n.Address == draft.Title && n.Sms is null && n.DigestAt > town.Test.Clock.GetUtcNow().UtcDateTime);
        Assert.All(notices, n => Assert.Equal(default, n.Appeal));

        var report = await town.RunAsync<ReportPublicity, SelfAssessment>(u => u.RunAsync(centre, new(2026, 1, 1), new(2026, 12, 31), Ct));
        Assert.Equal((1, 1), Assert.Single(report.Places) is var p ? (p.Cases, p.Villages) : default);
        var read = Assert.Single((await ListAsync(town, secretary, 2026)).Rows);
        Assert.Contains("冷库整夜响", read.Words!, StringComparison.Ordinal);
        Assert.All((string[])["王秀兰", "13800001234", "13900005678", "3 号楼"], secret => Assert.DoesNotContain(secret, read.Words! + draft.Words, StringComparison.Ordinal));
        Assert.Empty((await ListAsync(town, await town.City.ViewerAsync(Role.VillageSecretary, SmallCity.OtherVillage), 2026)).Rows);
        await using var db = town.Test.NewDb();
        Assert.Empty(await db.IdentityLogs.Where(l => l.Openings > 0).ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_recorded_is_said_by_name(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (centre, form) = (await town.AsAsync(Role.TownCentre, SmallCity.Town), new PublicityForm { Kind = PublicityKind.Drive, Title = "进村", Words = "张贴" });
        var (receipt, _) = await town.ReportAsync();

        Assert.Equal(new Missing("title"), await RefusedAsync(town, centre, form with { Title = " " }));
        Assert.Equal(new CountNotUsable("people"), await RefusedAsync(town, centre, form with { People = -1 }));
        Assert.IsType<PublicityDayNotUsable>(await RefusedAsync(town, centre, form with { Day = new(2026, 3, 3) }));
        Assert.IsType<CaseNotUsable>(await RefusedAsync(town, centre, form with { Kind = PublicityKind.TypicalCase, Appeal = receipt.Number, Units = [Guid.NewGuid()] }));
        Assert.Equal(new NotForYou(Permission.KeepPublicity), await RefusedAsync(town, await town.SecretaryAsync(), form));
    }

    private static Task<PublicityId> RecordAsync(Town town, App.People.Viewer viewer, PublicityForm form) => town.RunAsync<RecordPublicity, PublicityId>(u => u.RunAsync(viewer, form, Ct));

    private static Task<Problem> RefusedAsync(Town town, App.People.Viewer viewer, PublicityForm form) => town.RefusedAsync<RecordPublicity, PublicityId>(u => u.RunAsync(viewer, form, Ct));

    private static Task<PublicityPage> ListAsync(Town town, App.People.Viewer viewer, int year) => town.RunAsync<ListPublicity, PublicityPage>(u => u.RunAsync(viewer, year, null, null, null, Ct));
}
