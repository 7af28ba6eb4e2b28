using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.App.Tests.Kernel.Sealing;
using Minqing.App.Tests.Media;
using Minqing.Domain.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage.Media;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Identities;

public sealed class EraseReportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "P-13")]
    public async Task What_a_reporter_left_is_gone_with_its_files_and_the_journal_stays_whole(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var other = await WithPhotoAsync(town);
        var othersFiles = town.Test.StoredFiles();
        var (receipt, _) = await WithPhotoAsync(town);
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "还在响", null, null, Ct));
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "搬走了", null, Ct));

        Assert.NotEmpty(await Traces.OfAsync(town.Test, ["还在响"], Ct));
        await EraseAsync(town, receipt);
        Assert.Empty(await Traces.OfAsync(town.Test, ["还在响"], Ct));
        await town.Test.SealAsync();

        await using var db = town.Test.NewDb();
        var report = await db.Reports.SingleAsync(r => r.ErasedAt != null, Ct);
        Assert.Equal(3, await db.Texts.CountAsync(t => t.SubjectId == report.Id.Value && t.Words == null && t.Salt == null, Ct));
        Assert.Null((await db.Vault.SingleAsync(v => v.Report == report.Id, Ct)).Sealed);
        Assert.Equal(othersFiles.Order(), town.Test.StoredFiles().Order());
        Assert.True(await db.Media.SingleAsync(m => m.SubjectId == report.Id.Value, Ct) is { State: MediaState.Erased, Key.Length: 0, Origin: null, Files.Count: 0 });
        Assert.Empty((await VerifyAsync(town)).Findings);
        var course = await town.CourseAsync(receipt);
        Assert.Equal((null, "erase"), (course.Words, course.Story[^1].Step));
        Assert.Empty(course.Open);
        Assert.Equal(town.Test.Clock.GetUtcNow().Day, (await town.CourseAsync(other.Receipt)).Report.ReceivedAt.Day);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "I-34")]
    public async Task Of_several_matters_all_must_have_ended_and_the_words_of_each_go(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, first) = await town.ReportAsync(Town.Noise() with { Text = "冷库整夜响，路灯也不亮" });
        var centre = await town.AsAsync(Role.TownCentre, SmallCity.Town);
        await town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, first, null, "路灯也不亮", "A2", null, Ct));
        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, first, SpecialRoute.OutsideDuties, "请向物业反映。", null, Ct));

        Assert.IsType<StillBeingHandled>(await town.RefusedAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct)));
        await using var db = town.Test.NewDb();
        var part = await db.Appeals.Where(a => a.SplitFrom == first).Select(a => a.Id).SingleAsync(Ct);
        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, part, SpecialRoute.OutsideDuties, "请向物业反映。", null, Ct));
        await EraseAsync(town, receipt);

        Assert.False(await db.Texts.AnyAsync(t => t.SubjectKind == SubjectKind.Report && t.Words != null, Ct));
        Assert.Empty((await VerifyAsync(town)).Findings);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Nothing_is_erased_while_somebody_works_on_it_nor_unless_one_is_sure_nor_twice(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, _) = await town.ReportAsync();

        Assert.IsType<StillBeingHandled>(await RefusedAsync(town, receipt.QueryCode, sure: true));
        Assert.IsType<NoSuchReport>(await RefusedAsync(town, "222222", sure: true));
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));
        Assert.IsType<NotSure>(await RefusedAsync(town, receipt.QueryCode, sure: false));
        await EraseAsync(town, receipt);
        Assert.IsType<ReportErasedAlready>(await RefusedAsync(town, receipt.QueryCode, sure: true));

        Task<Problem> RefusedAsync(Town where, string code, bool sure) => where.RefusedAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, code, sure, Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    [Trait("Spec", "P-11")]
    public async Task A_security_administrator_of_the_area_erases_with_a_reason_and_nobody_who_handles_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (receipt, id) = await WithPhotoAsync(town);
        await town.RunAsync<WithdrawReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, null, null, Ct));
        var (secretary, administrator) = (await town.SecretaryAsync(), await town.City.SecurityAdministratorAsync());

        Assert.IsType<NoSuchReport>(await town.RefusedAsync<EraseReport, Done>(u => u.RunAsync(secretary, receipt.Number, "本人要求", true, Ct)));
        Assert.IsType<Missing>(await town.RefusedAsync<EraseReport, Done>(u => u.RunAsync(administrator, receipt.Number, " ", true, Ct)));
        await town.RunAsync<EraseReport, Done>(u => u.RunAsync(administrator, receipt.Number, "本人持身份证到场要求", true, Ct));

        var view = await town.RunAsync<ReadAppeal, AppealView>(u => u.RunAsync(secretary, id, Ct));
        Assert.Null(view.Words);
        await using var db = town.Test.NewDb();
        var media = await db.Media.Select(m => m.Id).SingleAsync(Ct);
        Assert.IsType<MediaErased>(await town.RefusedAsync<SeeMedia, OpenedMedia>(u => u.RunAsync(secretary, id, media, true, Ct)));
        Assert.Contains(await db.Texts.Select(t => t.Words).ToListAsync(Ct), w => w == "本人持身份证到场要求");
        Assert.Empty((await VerifyAsync(town)).Findings);
    }

    private static async Task<(Receipt Receipt, AppealId Appeal)> WithPhotoAsync(Town town) =>
        await town.ReportAsync(Town.Noise() with { Attachments = [(await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value] });

    private static Task<Done> EraseAsync(Town town, Receipt receipt) => town.RunAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct));

    private static async Task<Verdict> VerifyAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await new Verification(db).RunAsync(town.Test.Settings.TreeHeads, [], Ct, town.Test.Services.GetRequiredService<MediaStore>());
    }
}
