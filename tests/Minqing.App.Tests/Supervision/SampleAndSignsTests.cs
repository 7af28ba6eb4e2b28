using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.Events;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Policy;
using Minqing.App.Supervision.Sampling;
using Minqing.App.Supervision.Signs;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.Media;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>What happens with a closed appeal without anybody asking: it may be drawn, and it is looked at for signs.</summary>
public sealed class SampleAndSignsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-23")]
    public async Task What_is_drawn_waits_for_the_city_and_is_passed_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var id = await DrawnAsync(town);
        var city = await town.AsAsync(Role.CityCentre, SmallCity.City);

        var drawn = Assert.Single(await SamplesAsync(town, city));
        foreach (var (said, count) in new[] { ("冷库", 1), ("13800001234", 0), ("秀兰", 0) })
            Assert.Equal(count, (await town.Test.RunAsync<ListSamples, SampleList>(u => u.RunAsync(city, said, null, Ct))).Rows.Count);
        Assert.Equal((id, "我叫王**，电话 ***********，冷库响。"), (drawn.Appeal, drawn.Words));
        Assert.Empty(await SamplesAsync(town, await town.AsAsync(Role.CountyCentre, SmallCity.County)));
        await town.RunAsync<PassSample, StepDone>(u => u.RunAsync(city, id, "看过现场", null, Ct));
        Assert.Empty(await SamplesAsync(town, city));
        Assert.IsType<NotDrawn>(await town.RefusedAsync<PassSample, StepDone>(u => u.RunAsync(city, id, null, null, Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-23")]
    public async Task What_the_city_starts_again_goes_a_level_up_and_leaves_its_list(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var id = await DrawnAsync(town);
        var city = await town.AsAsync(Role.CityCentre, SmallCity.City);

        await town.RunAsync<SampleReopen, StepDone>(u => u.RunAsync(city, id, "照片对不上", null, Ct));
        await Outbox.DrainAsync(town.Test);

        Assert.Empty(await SamplesAsync(town, city));
        var appeal = (await town.CaseAsync(id)).Appeal;
        Assert.Equal((2, RoundReason.CitySample), (appeal.Level, appeal.Rounds[^1].Reason));
        await using var db = town.Test.NewDb();
        Assert.Equal(SampleState.Reopened, (await db.SampledAppeals.SingleAsync(Ct)).State);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    public async Task The_same_photo_as_evidence_of_two_appeals_and_a_denial_stand_on_the_leaders_list(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var photo = Photos.FromPhone();
        var (first, second) = ((await town.ReportAsync()).Appeal, (await town.ReportAsync(Town.Noise() with { Address = "红卫社区 5 号楼" })).Appeal);
        foreach (var id in new[] { first, second })
        {
            await CloseAsync(town, id, (await town.Test.AddAsync(photo)).Value.Id.Value);
            await Outbox.DrainAsync(town.Test);
        }

        await town.RunAsync<RecordFollowUp, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.FollowUpDesk, SmallCity.County), second, null, new(CallOutcome.Reached, 3, 3, 3, false), null, Ct));
        await Outbox.DrainAsync(town.Test);

        var signs = (await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County))).Where(s => s.Appeal == second).ToList();
        Assert.Equal(first, Assert.Single(signs, s => s.Sign == FalseSign.PhotoReused).Other);
        Assert.Single(signs, s => s.Sign == FalseSign.ReporterDenies);
        Assert.Equal(Stage.Settled, (await town.CaseAsync(second)).Appeal.Stage);
        Assert.Empty(await SignsAsync(town, await town.SecretaryAsync()));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    public async Task The_reporters_own_photo_as_evidence_is_a_sign(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (fault, other) = (Photos.FromPhone(), Photos.Jpeg(80, 60));
        var sent = (await town.Test.AddAsync(fault)).Value.Id.Value;
        var (_, id) = await town.ReportAsync(Town.Noise() with { Attachments = [sent] });
        var (same, own) = ((await town.Test.AddAsync(fault)).Value.Id.Value, (await town.Test.AddAsync(other)).Value.Id.Value);
        await CloseAsync(town, id, same, own);
        await Outbox.DrainAsync(town.Test);

        var signs = await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County));
        Assert.Equal(id, Assert.Single(signs, s => s.Sign == FalseSign.PhotoOfReporter).Appeal);
        await using var db = town.Test.NewDb();
        Assert.Equal(same, (await db.FoundSigns.SingleAsync(s => s.Sign == FalseSign.PhotoOfReporter, Ct)).Photo);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    public async Task The_same_matter_back_at_the_same_place_within_the_days_is_a_sign_and_later_none(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        await CloseAsync(town, id);
        town.Pass(TimeSpan.FromDays(20));
        var (_, again) = await town.ReportAsync();
        town.Pass(TimeSpan.FromDays(20));
        await town.ReportAsync();
        await Outbox.DrainAsync(town.Test);

        var back = Assert.Single(await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County)), s => s.Sign == FalseSign.SameMatterBack);
        Assert.Equal((id, again), (back.Appeal, back.Other));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    public async Task The_same_matter_in_other_words_and_by_another_name_of_the_place_is_a_sign_and_another_matter_there_is_none(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        await CloseAsync(town, id);
        await Outbox.DrainAsync(town.Test);
        town.Pass(TimeSpan.FromDays(5));
        var (_, again) = await town.ReportAsync(Town.Noise("13800005678") with { Text = "蛋糕店的冷库又整夜响，楼上睡不着觉。", CategoryCode = "C2", Address = "蛋糕店楼上" });
        await town.ReportAsync(Town.Noise("13800009999") with { Text = "楼道里的灯坏了三天，没有人来修。", Address = "红卫社区二单元" });
        await Outbox.DrainAsync(town.Test);

        var back = Assert.Single(await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County)), s => s.Sign == FalseSign.SameMatterBack);
        Assert.Equal((id, again), (back.Appeal, back.Other));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-26")]
    [Trait("Spec", "H-29")]
    public async Task What_came_back_from_a_closed_mass_event_is_looked_at_like_any_other(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((receipt, id), county) = (await town.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County));
        var named = await town.RunAsync<OpenEvent, MassEventId>(u => u.RunAsync(county, "大风停电", SmallCity.Village, "C4", town.Test.Clock.GetUtcNow().UtcDateTime.AddDays(-1), Ct));
        await town.RunAsync<JoinEvent, StepDone>(u => u.RunAsync(county, id, named, null, Ct));
        await town.RunAsync<CloseEvent, MassEventId>(u => u.RunAsync(county, named, "九点恢复供电", Outcome.Solved, Ct));
        for (var i = 0; i < 2; i++)
            await Outbox.DrainAsync(town.Test);
        Assert.Empty(await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County)));

        await town.RunAsync<RateReport, StepDone>(u => u.RunAsync(receipt.Number, receipt.QueryCode, new Rated(CallOutcome.Reached, Result: 5), null, Ct));
        await SolvedAsync(town, id);
        await Outbox.DrainAsync(town.Test);

        Assert.Equal((FalseSign.ClosedWithoutCall, 2), (await SignsAsync(town, await town.AsAsync(Role.CountyHead, SmallCity.County))).Select(s => (s.Sign, s.Round)).Single());
    }

    // Reports until the seed draws one, and closes that one.
    private static async Task<AppealId> DrawnAsync(Town town)
    {
        var rules = Profiles.Load("baiyin").Sample;
        for (var tries = 0; tries < 300; tries++)
        {
            var (_, id) = await town.ReportAsync(Town.Noise($"139{tries:D8}") with { Text = "我叫王秀兰，电话 13800001234，冷库响。" });
            if (rules.Draws(id.Value, 1))
            {
                await CloseAsync(town, id);
                await Outbox.DrainAsync(town.Test);
                return id;
            }
        }

        throw new InvalidOperationException("Nothing was drawn.");
    }

    private static async Task CloseAsync(Town town, AppealId id, params Guid[] photos)
    {
        await town.CalledAsync(id);
        await SolvedAsync(town, id, photos);
    }

    private static async Task SolvedAsync(Town town, AppealId id, params Guid[] photos)
    {
        var secretary = await town.SecretaryAsync();
        await town.SignedAsync(id);
        await town.RunAsync<FinishAppeal, StepDone>(u => u.RunAsync(secretary, id, new("夜间不再响。", "上门协调", Outcome.Solved, Evidence: photos), null, Ct));
        await town.RunAsync<PassCheck, StepDone>(async u => await u.RunAsync(await town.AsAsync(Role.TownCentre, SmallCity.Town), id, null, new Evaluating(2, "上门两次"), null, Ct));
    }

    private static async Task<IReadOnlyList<SampleRow>> SamplesAsync(Town town, App.People.Viewer viewer) => (await town.Test.RunAsync<ListSamples, SampleList>(u => u.RunAsync(viewer, null, Ct))).Rows;

    private static async Task<IReadOnlyList<SignRow>> SignsAsync(Town town, App.People.Viewer viewer) => (await town.Test.RunAsync<ListSigns, SignList>(u => u.RunAsync(viewer, null, Ct))).Rows;
}
