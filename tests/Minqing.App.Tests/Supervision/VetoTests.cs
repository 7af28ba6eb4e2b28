using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Supervision.Commending;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.Appeals;
using Minqing.App.Tests.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Mishandling that led to a mass petition or grave harm bars the unit from awards for the year (S-08).</summary>
[Trait("Spec", "S-08")]
public sealed class VetoTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_unit_is_barred_for_the_year_once_it_was_heard_and_a_second_person_agrees(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, second) = (await KeeperAsync(town, "one"), await KeeperAsync(town, "two"));
        var (docket, unit) = await OpenAsync(town, first);

        Assert.IsType<UnitNotHeard>(await RefusedAsync(town, first, docket, DocketStep.Submit));
        await TakeAsync(town, await town.SecretaryAsync(), docket, DocketStep.Answer, "当天已经上门，群众上访另有原因");
        await TakeAsync(town, first, docket, DocketStep.Submit, "上访登记表、现场记录");
        Assert.IsType<OwnSubmission>(await RefusedAsync(town, first, docket, DocketStep.StrikeOff));
        Assert.False(await BarsAsync(town, unit, 2026));
        await TakeAsync(town, second, docket, DocketStep.StrikeOff, "事实清楚，同意");

        Assert.True(await BarsAsync(town, unit, 2026));
        Assert.False(await BarsAsync(town, unit, 2027));
        var row = Assert.Single((await town.RunAsync<ListVetoes, IReadOnlyList<VetoRow>>(async u => await u.RunAsync(await town.AsAsync(Role.CountyHead, SmallCity.County), 2026, Ct))));
        Assert.Equal((unit, VetoGround.MassPetition, docket, 1), (row.Unit, row.Ground, row.Docket, row.No));
        Assert.Equal([unit], (await MarksAsync(await town.AsAsync(Role.CountyHead, SmallCity.County))).Keys);
        Assert.Empty(await MarksAsync(await town.SecretaryAsync()));
        await town.SoundAsync();

        Task<IReadOnlyDictionary<UnitId, Barred>> MarksAsync(Viewer viewer) => town.Test.RunAsync<ListBarred, IReadOnlyDictionary<UnitId, Barred>>(u => u.ShownToAsync(viewer, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task Who_lets_the_time_to_object_pass_was_heard_and_an_objection_may_end_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, second) = (await KeeperAsync(town, "one"), await KeeperAsync(town, "two"));
        var (silent, unit) = await OpenAsync(town, first);
        var (heard, _) = await OpenAsync(town, first);
        await TakeAsync(town, await town.SecretaryAsync(), heard, DocketStep.Answer, "此事不归我村");
        await TakeAsync(town, first, heard, DocketStep.Close, "申辩成立");

        town.Pass(TimeSpan.FromDays(8));
        await TakeAsync(town, first, silent, DocketStep.Submit, "上访登记表");
        Assert.False(await BarsAsync(town, unit, 2026));
        await TakeAsync(town, second, silent, DocketStep.StrikeOff, "同意");
        Assert.True(await BarsAsync(town, unit, 2026));
    }

    [Theory, OnBothDatabases]
    public async Task A_barred_unit_is_not_put_forward_for_the_year_and_one_barred_later_says_so(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (first, second, head) = (await KeeperAsync(town, "one"), await KeeperAsync(town, "two"), await town.AsAsync(Role.CountyHead, SmallCity.County));
        var (docket, unit) = await OpenAsync(town, first);
        var form = new NominationForm { Unit = unit.Value, Year = 2026, Words = "全年没有超期" };
        var secretary = await town.SecretaryAsync();
        Assert.IsType<NominationNotYours>(await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(secretary, form, Ct)));
        Assert.Equal(new Missing("words"), await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form with { Words = " " }, Ct)));
        Assert.IsType<CommendationYearNotUsable>(await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form with { Year = 2020 }, Ct)));
        await using var db = town.Test.NewDb();
        var above = await db.Units.SingleAsync(u => u.Code == SmallCity.City, Ct);
        Assert.Equal(new OutsideYourArea("unit"), await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form with { Unit = above.Id.Value }, Ct)));

        var put = await town.RunAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form, Ct));
        Assert.Equal(new NominatedAlready(2026), await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form, Ct)));
        Assert.Null(Assert.Single((await NomineesAsync()).Rows).Barred);
        await TakeAsync(town, secretary, docket, DocketStep.Answer, "当天已经上门");
        await TakeAsync(town, first, docket, DocketStep.Submit, "上访登记表");
        await TakeAsync(town, second, docket, DocketStep.StrikeOff, "同意");

        Assert.Equal(new Barred(docket, 2026, 1, VetoGround.MassPetition), Assert.Single((await NomineesAsync()).Rows).Barred);
        await town.RunAsync<TakeBackNomination, Done>(u => u.RunAsync(head, put, "被否决", Ct));
        Assert.Empty((await NomineesAsync()).Rows);
        Assert.Equal(new UnitBarred(2026, 1, VetoGround.MassPetition), await town.RefusedAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form, Ct)));
        Assert.NotEqual(put, await town.RunAsync<NominateUnit, CommendationId>(u => u.RunAsync(head, form with { Year = 2025 }, Ct)));
        await town.SoundAsync();

        Task<NomineeList> NomineesAsync() => town.RunAsync<ListNominees, NomineeList>(u => u.RunAsync(head, 2026, null, Ct));
    }

    [Theory, OnBothDatabases]
    public async Task It_is_booked_by_those_who_hold_accountable_with_a_ground_and_a_limit(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (keeper, form) = (await KeeperAsync(town, "one"), await FormAsync(town));

        Assert.IsType<NotForYou>(await town.RefusedAsync<OpenDocket, Docket>(async u => await u.RunAsync(await town.AsAsync(Role.CountyHead, SmallCity.County), DocketKind.Veto, form, Ct)));
        Assert.Equal(new Missing("ground"), await town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.Veto, form with { Ground = null }, Ct)));
        Assert.Equal(new Missing("unit"), await town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.Veto, form with { Unit = null }, Ct)));
        Assert.IsType<LimitNotUsable>(await town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.Veto, form with { Until = new(2026, 1, 1) }, Ct)));
        Assert.IsType<AppealsNotUsable>(await town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.Veto, form with { Appeals = null }, Ct)));
    }

    private static async Task<DocketForm> FormAsync(Town town)
    {
        var (_, appeal) = await town.ReportAsync();
        await using var db = town.Test.NewDb();
        var unit = await db.Units.Where(u => u.Code == SmallCity.Village).Select(u => u.Id.Value).SingleAsync(Ct);
        return new() { Title = "冷库噪声处置不当", Words = "五十余人到区里上访", Appeals = appeal.Value.ToString(), Unit = unit, Ground = VetoGround.MassPetition, Until = new(2026, 3, 9) };
    }

    private static async Task<(DocketId Docket, UnitId Unit)> OpenAsync(Town town, Viewer keeper)
    {
        var form = await FormAsync(town);
        return ((await town.RunAsync<OpenDocket, Docket>(u => u.RunAsync(keeper, DocketKind.Veto, form, Ct))).Id, new(form.Unit!.Value));
    }

    private static Task TakeAsync(Town town, Viewer viewer, DocketId id, DocketStep step, string words) =>
        town.RunAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, id, step, new() { Words = words, Task = 1 }, Ct));

    private static Task<Problem> RefusedAsync(Town town, Viewer viewer, DocketId id, DocketStep step) =>
        town.RefusedAsync<TakeDocketStep, Docket>(u => u.RunAsync(viewer, id, step, new() { Words = "意见" }, Ct));

    private static async Task<bool> BarsAsync(Town town, UnitId unit, int year) =>
        (await town.Test.RunAsync<ListBarred, IReadOnlyDictionary<UnitId, Barred>>(u => u.RunAsync(year, Ct))).ContainsKey(unit);

    private static async Task<Viewer> KeeperAsync(Town town, string code)
    {
        await using var db = town.Test.NewDb();
        var (region, now) = (await db.Regions.SingleAsync(r => r.Code == SmallCity.City, Ct), town.Test.Clock.GetUtcNow().UtcDateTime);
        var unit = await db.Units.SingleAsync(u => u.Code == SmallCity.City, Ct);
        var person = db.Add(new Person(new(Guid.CreateVersion7()), code, code, null)).Entity;
        db.Add(Post.Open(new(Guid.CreateVersion7()), new(code, Role.Inspector, PostRank.Principal, UnitPart.Member, unit.Id, region.Id, [], now), new(Actor.Platform, now), person.Id));
        await db.SaveChangesAsync(Ct);
        return await town.Test.RunAsync<Viewers, Viewer>(v => v.OfAsync(person.Id, null, "test", Ct).AsTask());
    }
}
