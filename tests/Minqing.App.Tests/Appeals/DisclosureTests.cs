using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Intake;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

/// <summary>What is about officials, from its receipt on: to the unit for it alone, never to whom it is about (I-31, P-12).</summary>
public sealed class DisclosureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases, Trait("Spec", "I-31")]
    public async Task It_goes_to_the_unit_for_it_alone_and_no_tier_is_told(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, appeal) = await town.ReportAsync(Town.Noise() with { Intent = Intent.Disclosure });

        var it = await town.CaseAsync(appeal);
        var county = (await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0].Unit;
        Assert.Equal((county, true, Intent.Disclosure), (it.Appeal.Lead, it.Appeal.Sensitive, it.Appeal.Intent));
        Assert.Empty(it.Main.Ladder);
        Assert.Equal([TurnKey.Of(county)], it.Main.Turns.Concat(it.Appeal.Turns).Select(t => t.Key).Distinct());
        Assert.Empty((await town.ListAsync(await town.SecretaryAsync())).Page.Rows);
        Assert.NotEmpty((await town.ListAsync(await town.AsAsync(Role.CountyCentre, SmallCity.County))).Page.Rows);
    }

    [Theory, OnBothDatabases, Trait("Spec", "P-12")]
    public async Task A_unit_that_the_reporter_names_is_passed_over_and_the_one_above_has_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (village, centre) = ((await town.SecretaryAsync()).Posts[0].Unit, (await town.AsAsync(Role.TownCentre, SmallCity.Town)).Posts[0].Unit);
        var (_, appeal) = await town.ReportAsync(Town.Noise() with { AboutUnit = village.Value });

        var it = await town.CaseAsync(appeal);
        Assert.Equal((centre, 2, village), (it.Appeal.Lead, it.Appeal.Level, Assert.Single(it.Appeal.Targets).Unit));
        Assert.NotEmpty(it.Main.Turns);
        Assert.DoesNotContain(it.Main.Turns, t => t.Key.StartsWith("tier1:", StringComparison.Ordinal));
        Assert.Empty((await town.ListAsync(await town.SecretaryAsync())).Page.Rows);
        await using var db = town.Test.NewDb();
        Assert.Equal(1, await db.Reports.CountAsync(Ct));
    }

    [Theory, OnBothDatabases, Trait("Spec", "P-12")]
    public async Task A_desk_that_it_is_about_is_replaced_by_the_one_above_on_receipt(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var desk = (await town.AsAsync(Role.CountyCentre, SmallCity.County)).Posts[0].Unit;
        var (_, appeal) = await town.ReportAsync(Town.Noise() with { AboutUnit = desk.Value, KeepIdentity = true });

        var it = await town.CaseAsync(appeal);
        var city = (await town.AsAsync(Role.CityCentre, SmallCity.City)).Posts[0].Unit;
        Assert.Equal((city, TurnKey.Of(city)), (it.Appeal.Desk, it.Main.Desk));
    }

    [Theory, OnBothDatabases, Trait("Spec", "P-12")]
    public async Task Only_a_unit_of_the_place_can_be_named(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);

        var no = await town.RefusedAsync<SubmitReport, Receipt>(u => u.RunAsync("k1", Town.Noise() with { AboutUnit = Guid.NewGuid() }, Ct));

        Assert.Equal("unit", Assert.IsAssignableFrom<NotValid>(no).Field);
    }
}
