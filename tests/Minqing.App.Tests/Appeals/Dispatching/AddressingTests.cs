using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Policy;
using Minqing.App.Tests.Notices;
using Minqing.App.Tests.People;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals.Dispatching;

/// <summary>Past its own level a centre gives something only to departments that the profile lists; whatever else is above is sent up. The centre above sees it.</summary>
[Trait("Spec", "H-12")]
public sealed class AddressingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_county_s_centre_addresses_the_citys_departments_that_are_listed_and_the_citys_centre_hears_of_it(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((garden, _), (labour, _)) = (await town.BureauAsync("garden", SmallCity.City), await town.BureauAsync("labour", SmallCity.City));
        var ((_, id), county, city) = (await town.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.CityCentre, SmallCity.City));

        Assert.Equal(new NotAddressable("白银市labour局"), await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, labour, "归市里管", null, Ct)));
        Assert.Equal(new NotAddressable("白银市labour局"), await town.RefusedAsync<AddCoUnits, StepDone>(u => u.RunAsync(county, id, [new(garden, "修剪"), new(labour, "核实")], null, Ct)));
        Assert.IsType<SentUpInstead>(await town.RefusedAsync<TransferAppeal, StepDone>(async u => await u.RunAsync(county, id, await town.UnitAtAsync(SmallCity.City), "归市里管", null, Ct)));

        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, garden, "国道绿化归市园林", null, Ct));
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(city, id, [new(labour, "核实")], null, Ct));

        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        var told = await db.Notices.Where(n => n.Kind == NoticeKind.DepartmentAddressed && n.Appeal == id).Select(n => n.Person).ToListAsync(Ct);
        Assert.Contains(city.Person, told);
        Assert.DoesNotContain(county.Person, told);
        Assert.Equal(told.Distinct(), told);
        await town.SoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_town_s_centre_addresses_the_county_s_and_not_the_citys_but_may_whistle_for_anybody(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var ((market, _), (discipline, _), (garden, _)) = (await town.BureauAsync("market"), await town.BureauAsync("discipline"), await town.BureauAsync("garden", SmallCity.City));
        var ((_, id), centre, county) = (await town.ReportAsync(), await town.AsAsync(Role.TownCentre, SmallCity.Town), await town.AsAsync(Role.CountyCentre, SmallCity.County));

        Assert.IsType<NotAddressable>(await town.RefusedAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, id, [new(garden, "修剪")], null, Ct)));
        Assert.IsType<NotAddressable>(await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, id, discipline, "查一查", null, Ct)));
        await town.RunAsync<AddCoUnits, StepDone>(u => u.RunAsync(centre, id, [new(market, "查执照")], null, Ct));
        await town.RunAsync<SignOrder, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, null, Ct));
        await town.RunAsync<WhistleUnits, StepDone>(async u => await u.RunAsync(await town.SecretaryAsync(), id, [new(garden, "到现场看")], null, Ct));

        await Outbox.DrainAsync(town.Test);
        await using var db = town.Test.NewDb();
        var told = await db.Notices.Where(n => n.Kind == NoticeKind.DepartmentAddressed).Select(n => n.Person).ToListAsync(Ct);
        Assert.Contains(county.Person, told);
        Assert.DoesNotContain((await town.AsAsync(Role.CityCentre, SmallCity.City)).Person, told);
    }

    [Theory, OnBothDatabases]
    public async Task Who_rules_gives_it_to_nobody_above_either_and_whose_duty_it_is_may_always_have_it(Engine engine)
    {
        var profile = Profiles.Load("baiyin") with { Addressable = [] };
        await using var town = await Town.OnAsync(engine, profile);
        var ((market, officer), (water, _), (garden, _)) = (await town.BureauAsync("market"), await town.BureauAsync("water"), await town.BureauAsync("garden", SmallCity.City));
        var ((_, id), county, centre) = (await town.ReportAsync(), await town.AsAsync(Role.CountyCentre, SmallCity.County), await town.AsAsync(Role.TownCentre, SmallCity.Town));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(county, id, market, "归市场监管", null, Ct));
        await town.RunAsync<RaiseObjection, StepDone>(u => u.RunAsync(officer, id, ReturnReason.NotMyDuty, "不归我们", null, Ct));
        Assert.Equal(new NotAddressable("白银市garden局"), await town.RefusedAsync<DecideLead, StepDone>(u => u.RunAsync(county, id, garden, "归市里管", null, Ct)));

        var (_, other) = await town.ReportAsync(Town.Noise("13800005678") with { CategoryCode = "A2" });
        Assert.IsType<NotAddressable>(await town.RefusedAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, other, market, "归市场监管", null, Ct)));
        await town.RunAsync<TransferAppeal, StepDone>(u => u.RunAsync(centre, other, water, "职责清单", null, Ct));
    }
}
