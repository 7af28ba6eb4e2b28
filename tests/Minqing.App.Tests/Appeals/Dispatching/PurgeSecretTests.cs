using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Identities;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Notices;
using Minqing.App.People;
using Minqing.App.Policy;
using Minqing.App.Tests.Kernel.Sealing;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage.Kernel;
using Minqing.Storage.Media;
using Minqing.Storage.Vault;
using Minqing.Storage.Verifying;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>State secrets are never stored, only a stub (I-31).</summary>
[Trait("Spec", "I-31")]
public sealed class PurgeSecretTests
{
    private const string Secret = "九曲风洞";
    private const string Where = "九曲风洞北门岗亭";

    private static readonly Declining Purging = new(SpecialRoute.SecretOrPrivacy, $"您写的{Secret}不能说", SecretKind.State, $"{Secret}的图纸不能公开");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-13")]
    public async Task A_secret_is_in_no_table_and_no_file_afterwards_and_the_journal_verifies(Engine engine)
    {
        var phones = new Phones();
        await using var town = await Town.OnAsync(engine, change: s => s.AddSingleton<ISmsGateway>(phones));
        var ((receipt, id), centre, secretary) = (await SecretAsync(town), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.SecretaryAsync());
        var photo = await PhotoAsync(town);
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, $"{Secret}还有一张图", [photo], null, Ct));
        await town.RunAsync<RecordCall, StepDone>(u => u.RunAsync(secretary, id, CallOutcome.Reached, $"他说的是{Secret}", null, Ct));
        await town.RunAsync<WriteNote, StepDone>(u => u.RunAsync(secretary, id, $"{Secret}？", Ct));
        await town.SignedAsync(id);
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new($"{Secret}没有问题。", "问过了", Outcome.Explained), null, Ct));
        await town.RunAsync<RejectResult, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, RejectionKind.Wording, $"{Secret}没有问题", "不能这样写", null, Ct));
        await town.Test.SealAsync();
        await Outbox.DrainAsync(town.Test);
        Assert.NotEmpty(await Traces.OfAsync(town.Test, [Secret], Ct));

        phones.Received.Clear();
        await using (var db = town.Test.NewDb())
        {
            db.Notices.Add(new() { Id = Guid.CreateVersion7(), Person = secretary.Person, Appeal = id, Kind = NoticeKind.WeeklyRound, Address = "水川镇，3 件", CreatedAt = town.Test.Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(Ct);
        }

        await PurgeAsync(town, id);
        await Outbox.DrainAsync(town.Test);
        await using (var db = town.Test.NewDb())
            Assert.Equal("水川镇，3 件", (await db.Notices.SingleAsync(n => n.Kind == NoticeKind.WeeklyRound, Ct)).Address);

        Assert.Empty(await Traces.OfAsync(town.Test, [Secret], Ct));
        Assert.Empty(town.Test.StoredFiles());
        await town.Test.SealAsync();
        var verdict = await VerifyAsync(town);
        Assert.Empty(verdict.Findings);
        Assert.Equal(3, verdict.Stripped);
        var course = await town.CourseAsync(receipt);
        Assert.Equal((null, Stage.Declined, SpecialRoute.SecretOrPrivacy), (course.Words, course.Appeal.Stage, course.Appeal.Route!.Value));
        Assert.Equal(DeclineAppeal.NoticeOf(Profiles.Load("baiyin"), SpecialRoute.SecretOrPrivacy), course.Story.Select(e => e.Words(e.Fact<AppealDeclined>()?.Notice)).Single(w => w is not null));
        var purged = course.Story.Single(e => e.Fact<AppealPurged>() is not null);
        Assert.Equal((SecretKind.State, (await SecondAsync(town)).Person), (purged.Fact<AppealPurged>()!.Kind, purged.Actor.Person!.Value));
        Assert.Equal(centre.Person, course.Story.Single(e => e.Fact<PurgeAsked>() is not null).Actor.Person!.Value);
        Assert.Empty(course.Open);
        Assert.Contains(phones.Received, s => s.Phone == "13800001234" && s.Text.Contains("没有受理", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_destroyed_unless_a_second_person_agrees_and_until_then_few_see_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((receipt, id), (_, merged), centre, second) = (await SecretAsync(town), await SecretAsync(town, "13800005678"), await town.AsAsync(Role.CountyCentre, SmallCity.County), await SecondAsync(town));
        var named = await town.AsAsync(Role.CityCentre, SmallCity.City);
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, merged, id.Value, null, null, Ct));
        await town.RunAsync<NameTarget, StepDone>(u => u.RunAsync(centre, id, null, named.Posts[0].Id.Value, null, Ct));
        Assert.Equal(new Missing("reason"), await AskedAsync(Purging with { Reason = " " }));
        Assert.IsType<SecretGoesAnotherWay>(await AskedAsync(Purging with { Route = SpecialRoute.OutsideDuties }));
        Assert.IsType<StepNotYours>(await town.RefusedAsync<DeclineAppeal, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, Purging, null, Ct)));

        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, id, Purging, null, Ct));
        Assert.NotNull((await town.CourseAsync(receipt)).Words);
        foreach (var hidden in new[] { id, merged })
            Assert.IsType<NoSuchAppeal>(await town.RefusedAsync<ReadAppeal, AppealView>(async u => await u.RunAsync(await town.SecretaryAsync(), hidden, Ct)));
        Assert.IsType<SecondPersonNeeded>(await AgreedAsync(centre));
        Assert.IsType<NotSure>(await AgreedAsync(second, sure: false));
        Assert.Empty((await DeskAsync(centre)).Rows);
        Assert.Equal((id, DispatchWork.Purge), (await DeskAsync(second)).Rows.Select(r => (r.Appeal, r.Work)).Single());
        Assert.IsType<NoSuchAppeal>(await AgreedAsync(named));
        Assert.Empty((await DeskAsync(named)).Rows);

        await town.RunAsync<RefusePurge, StepDone>(u => u.RunAsync(second, id, "是公开的图纸", null, Ct));
        await Outbox.DrainAsync(town.Test);
        Assert.NotNull((await town.CourseAsync(receipt)).Words);
        Assert.IsType<NoPurgeAsked>(await AgreedAsync(second));
        await using var db = town.Test.NewDb();
        Assert.Contains(await db.Notices.ToListAsync(Ct), n => n.Person == second.Person && n.Kind == NoticeKind.PurgeWanted);
        Assert.Contains(await db.Notices.ToListAsync(Ct), n => n.Person == centre.Person && n.Kind == NoticeKind.PurgeRefused);

        Task<Problem> AskedAsync(Declining how) => town.RefusedAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, id, how, null, Ct));
        Task<Problem> AgreedAsync(Viewer who, bool sure = true) => town.RefusedAsync<AgreePurge, StepDone>(u => u.RunAsync(who, id, sure, null, Ct));
        Task<DispatchList> DeskAsync(Viewer who) => town.Test.RunAsync<ListDispatch, DispatchList>(u => u.RunAsync(who, DispatchWork.Purge, null, null, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task A_matter_of_somebodys_privacy_goes_the_same_way_and_nothing_of_it_is_destroyed(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((receipt, id), centre) = (await SecretAsync(town), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        await town.RunAsync<DeclineAppeal, StepDone>(u => u.RunAsync(centre, id, SpecialRoute.SecretOrPrivacy, null, null, Ct));

        Assert.NotNull((await town.CourseAsync(receipt)).Words);
        Assert.IsType<NoPurgeAsked>(await town.RefusedAsync<AgreePurge, StepDone>(async u => await u.RunAsync(await SecondAsync(town), id, true, null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task Who_said_it_stays_known_for_the_notice_and_can_be_erased_too(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((receipt, id), centre) = (await SecretAsync(town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await PurgeAsync(town, id);
        await using var db = town.Test.NewDb();
        var report = await db.Reports.Select(r => r.Id).SingleAsync(Ct);

        var known = await town.Test.RunAsync<IdentityVault, Identity?>(v => v.ReadAsync(report, Ct));
        Assert.Equal(("王秀兰", "13800001234", null, null), (known!.Name, known.Phone!.Value, known.Home, known.About));

        await town.RunAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct));
        Assert.Null(await town.Test.RunAsync<IdentityVault, Identity?>(v => v.ReadAsync(report, Ct)));
        Assert.Empty((await VerifyAsync(town)).Findings);
        Assert.IsType<ReportErasedAlready>(await town.RefusedAsync<EraseReport, Done>(u => u.RunAsync(receipt.Number, receipt.QueryCode, true, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-32")]
    public async Task What_went_into_it_is_purged_with_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, id), (other, merged), centre) = (await SecretAsync(town), await SecretAsync(town, "13800005678"), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await town.RunAsync<WriteNote, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), merged, $"也说{Secret}", Ct));
        await town.RunAsync<MergeAppeals, StepDone>(u => u.RunAsync(centre, merged, id.Value, null, null, Ct));

        await PurgeAsync(town, id);

        Assert.Empty(await Traces.OfAsync(town.Test, [Secret], Ct));
        Assert.Null((await town.CourseAsync(other)).Words);
        Assert.Empty((await VerifyAsync(town)).Findings);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-34")]
    public async Task Another_matter_of_the_same_report_goes_on_with_its_own_words(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (stays, goes) = (await PhotoAsync(town), await PhotoAsync(town));
        var (receipt, id) = await town.ReportAsync(Town.Noise() with { Text = $"路灯也不亮，{Secret}漏水", Attachments = [stays, goes] });
        var centre = await town.AsAsync(Role.CountyCentre, SmallCity.County);
        await town.RunAsync<SplitAppeal, StepDone>(u => u.RunAsync(centre, id, null, $"{Secret}漏水", "A2", [goes], null, Ct));
        await using var db = town.Test.NewDb();
        var part = await db.Appeals.Where(a => a.SplitFrom == id).Select(a => a.Id).SingleAsync(Ct);

        await PurgeAsync(town, part);

        Assert.Empty(await Traces.OfAsync(town.Test, [Secret], Ct));
        Assert.Equal(stays, (await db.Media.Where(m => m.State == MediaState.Ready).Select(m => m.Id).SingleAsync(Ct)).Value);
        var view = await town.RunAsync<ReadAppeal, AppealView>(async u => await u.RunAsync(await town.SecretaryAsync(), id, Ct));
        Assert.Equal(("路灯也不亮", "红卫社区 3 号楼"), (view.Words, view.Appeal.Address));
        await town.RunAsync<SupplementReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, "还是不亮", null, null, Ct));
        Assert.Empty((await VerifyAsync(town)).Findings);
    }

    [Theory]
    [OnBothDatabases("update journal set body = (select body from journal where step = 'purge' and subject_kind = 'Report') where step = 'receive'")]
    [OnBothDatabases("update appeals set purged_at = null")]
    [OnBothDatabases("update appeals set address = '九曲'")]
    [Trait("Spec", "P-13")]
    public async Task What_was_stripped_is_believed_only_as_the_purge_left_it(Engine engine, string tampering)
    {
        await using var town = await Town.OnAsync(engine);
        var ((_, id), centre) = (await SecretAsync(town), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        await PurgeAsync(town, id);
        await using (var db = town.Test.NewDb())
            await db.Database.ExecuteSqlRawAsync(tampering, Ct);

        Assert.NotEmpty((await VerifyAsync(town)).Findings);
    }

    [Fact]
    public void What_was_typed_into_an_entry_itself_goes_too_and_nothing_else()
    {
        var (id, notice) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var body = Facts.Body(new(SubjectKind.Appeal, id), 7, new("refer", new(Actor.Platform, new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc)), [new AppealReferred(WayOut.PlatformAbove, $"{Secret}管理处", 2, notice), new OrderMoved(1, OrderState.Signed, null)], []));

        var left = Facts.Step(Facts.Parse(StrippedBody.Of(body)!));

        Assert.Equal([new AppealReferred(WayOut.PlatformAbove, "", 2, notice), new OrderMoved(1, OrderState.Signed, null)], left.Facts);
        Assert.Null(StrippedBody.Of(StrippedBody.Of(body)!));
    }

    // Somebody of the county's centre asks for it; a colleague of theirs agrees.
    private static async Task PurgeAsync(Town town, AppealId id)
    {
        await town.RunAsync<DeclineAppeal, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County), id, Purging, null, Ct));
        await town.RunAsync<AgreePurge, StepDone>(async u => await u.RunAsync(await SecondAsync(town), id, true, null, Ct));
    }

    private static Task<Viewer> SecondAsync(Town town) => town.City.ColleagueAsync(Role.CountyCentre, SmallCity.County);

    private static async Task<(Receipt Receipt, AppealId Appeal)> SecretAsync(Town town, string phone = "13800001234") => await town.ReportAsync(Town.Noise(phone) with
    {
        Text = $"{Secret}的图纸我有一份",
        Address = Where,
        Home = $"{Secret}家属院",
        About = $"{Secret}的人",
        Point = new(36.545, 104.173),
        Attachments = [await PhotoAsync(town), (await town.Test.AddAsync(Sounds.Wav())).Value.Id.Value],
    });

    private static async Task<Guid> PhotoAsync(Town town) => (await town.Test.AddAsync(Photos.FromPhone())).Value.Id.Value;

    private static async Task<Verdict> VerifyAsync(Town town)
    {
        await using var db = town.Test.NewDb();
        return await new Verification(db).RunAsync(town.Test.Settings.TreeHeads, [], Ct, town.Test.Services.GetRequiredService<MediaStore>());
    }
}
