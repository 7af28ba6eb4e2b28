using Microsoft.EntityFrameworkCore;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Tests.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Testing;

namespace Minqing.App.Tests.Supervision;

/// <summary>Work is given to units inside the area of whoever gives it.</summary>
[Trait("Spec", "S-05")]
public sealed class DocketReachTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_key_matter_gets_neither_an_owner_nor_a_task_outside_the_area_of_whoever_keeps_it(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var (county, secretary, city) = (await watch.CountyAsync(), await watch.Town.SecretaryAsync(), await watch.Town.AsAsync(Role.CityCentre, SmallCity.City));
        var (receipt, _) = await watch.Town.ReportAsync();
        var form = new DocketForm { Title = "夜里的噪声", Words = "很多人反映。", Appeals = receipt.Number, Until = watch.Day(10) };

        Assert.Equal(new OutsideYourArea("post"), await watch.Town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(county, DocketKind.KeyMatter, form with { Post = city.Posts[0].Id.Value }, Ct)));
        var key = await watch.OpenAsync(county, DocketKind.KeyMatter, form with { Post = secretary.Posts[0].Id.Value });
        Assert.Equal(new OutsideYourArea("unit"), await watch.RefusedAsync(county, key, DocketStep.SetTask, new() { Unit = city.Posts[0].Unit.Value, Until = watch.Day(3) }));
        // The owner asks whoever serves the place, and nobody of another village.
        await watch.TakeAsync(secretary, key, DocketStep.SetTask, new() { Unit = (await watch.CentreAsync()).Posts[0].Unit.Value, Until = watch.Day(3) });
        var elsewhere = await watch.Town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage);
        Assert.Equal(new OutsideYourArea("unit"), await watch.RefusedAsync(secretary, key, DocketStep.SetTask, new() { Unit = elsewhere.Posts[0].Unit.Value, Until = watch.Day(3) }));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-11")]
    public async Task A_list_over_several_towns_offers_the_units_of_all_of_them_and_none_outside_the_area(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var inspector = await watch.AppointAsync(Role.Inspector, SmallCity.County);
        var (here, _) = await watch.Town.ReportAsync();
        var (there, _) = await watch.Town.ReportAsync(Appeals.Town.Noise("13800009999") with { RegionCode = SmallCity.OtherVillage, Address = null });
        var list = await watch.OpenAsync(inspector, DocketKind.Inspection, new() { Appeals = $"{here.Number} {there.Number}" });
        var second = (await watch.Town.AsAsync(Role.VillageSecretary, SmallCity.OtherVillage)).Posts[0].Unit;

        var offered = await watch.Town.Test.RunAsync<DocketReach, IReadOnlyList<ServingUnit>>(async u => await u.OfferedAsync(inspector.Posts, DocketKind.Inspection, await u.PlacesAsync(list, Ct), list, Ct));

        Assert.Contains((await watch.Town.SecretaryAsync()).Posts[0].Unit, offered.Select(o => o.Id));
        Assert.Contains(second, offered.Select(o => o.Id));
        Assert.DoesNotContain((await watch.Town.AsAsync(Role.CityCentre, SmallCity.City)).Posts[0].Unit, offered.Select(o => o.Id));
        await watch.TakeAsync(inspector, list, DocketStep.SetTask, new() { Unit = second.Value, Until = watch.Day(3) });
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_bars_or_holds_to_account_a_unit_outside_their_area(Engine engine)
    {
        await using var watch = await Watch.OnAsync(engine);
        var inspector = await watch.AppointAsync(Role.Inspector, SmallCity.County);
        var (receipt, _) = await watch.Town.ReportAsync();
        await using var db = watch.Town.Test.NewDb();
        var city = await db.Units.SingleAsync(u => u.Code == SmallCity.City, Ct);

        Assert.Equal(new OutsideYourArea("unit"), await watch.Town.RefusedAsync<OpenDocket, Docket>(u => u.RunAsync(
            inspector, DocketKind.Veto, new() { Title = "处置不当", Words = "上访", Appeals = receipt.Number, Unit = city.Id.Value, Ground = VetoGround.MassPetition, Until = watch.Day(7) }, Ct)));
        var begun = await watch.OpenAsync(inspector, DocketKind.Accountability, new() { Appeals = receipt.Number });
        var post = (await watch.Town.AsAsync(Role.CityCentre, SmallCity.City)).Posts[0];
        Assert.Equal(new OutsideYourArea("post"), await watch.RefusedAsync(inspector, begun, DocketStep.NameAnswerable, new() { Post = post.Id.Value, On = watch.Town.Test.Clock.GetUtcNow().UtcDateTime }));
    }
}
