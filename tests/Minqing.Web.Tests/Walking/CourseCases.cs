using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Dispatching;
using Minqing.App.Appeals.Handling;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Timing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>Appeals in the middle of the course: disputed, helped with, sent out, standing still.</summary>
internal sealed class CourseCases(WalkedCity city, Cases cases)
{
    private static CancellationToken Ct => WalkedCity.Ct;

    /// <summary>The city gave it to the unit of a level, which may dispute it.</summary>
    public async Task<Case> DispatchedToAsync(int level)
    {
        var it = await cases.LedByAsync(level == 1 ? 2 : 1);
        await cases.StepAsync<TransferAppeal>(Role.CityCentre, (u, v) => u.RunAsync(v, it.Appeal, city.Unit(level), "职责在那里", null, Ct));
        return it;
    }

    /// <summary>The village disputes it, and a centre must rule.</summary>
    public async Task<Case> DisputedAsync()
    {
        var it = await DispatchedToAsync(1);
        await cases.StepAsync<RaiseObjection>(Role.VillageSecretary, (u, v) => u.RunAsync(v, it.Appeal, ReturnReason.NotMyDuty, "管网归县里", null, Ct));
        return it;
    }

    /// <summary>The unit of one level leads, that of another works beside it.</summary>
    public async Task<Case> HelpedAsync(int lead, int beside)
    {
        var it = await cases.LedByAsync(lead);
        await cases.StepAsync<AddCoUnits>(Role.CityCentre, (u, v) => u.RunAsync(v, it.Appeal, [new(city.Unit(beside), "出动吸污车")], null, Ct));
        return it;
    }

    /// <summary>The village leads, and the town, which works beside it, has let its limit pass.</summary>
    public async Task<Case> HelpedLateAsync()
    {
        var it = await HelpedAsync(1, 2);
        await using var db = city.Site.Test.NewDb();
        var (unit, past) = (new UnitId(city.Unit(2)), city.Site.Clock.GetUtcNow().UtcDateTime.AddDays(-1));
        await db.Clocks.Where(c => c.SubjectId == it.Appeal.Value && c.Unit == unit).ExecuteUpdateAsync(c => c.SetProperty(x => x.DueAt, past), Ct);
        return it;
    }

    /// <summary>The unit of a level was called to the place.</summary>
    public async Task<Case> CalledForAsync(int level)
    {
        var lead = level == 1 ? 2 : 1;
        var it = await cases.LedByAsync(lead);
        await cases.StepAsync<WhistleUnits>(Cases.Centres[lead], (u, v) => u.RunAsync(v, it.Appeal, [new(city.Unit(level), "到现场看")], null, Ct));
        return it;
    }

    /// <summary>More time is asked for, and the unit of a level decides.</summary>
    public async Task<Case> AskedOfAsync(int level)
    {
        var it = await cases.LedByAsync(level - 1);
        await cases.StepAsync<AskExtension>(Cases.Centres[level - 1], (u, v) => u.RunAsync(v, it.Appeal, 3, "要等配件", null, Ct));
        return it;
    }

    public async Task<Case> SuspendedAsync()
    {
        var it = await cases.LedByAsync(1);
        var until = DateOnly.FromDateTime(city.Site.Clock.GetUtcNow().UtcDateTime).AddDays(5);
        await cases.StepAsync<SuspendAppeal>(Role.CityCentre, (u, v) => u.RunAsync(v, it.Appeal, SuspendReason.SeasonOrWeather, until, "冻土开挖不了", null, Ct));
        return it;
    }

    public async Task<Case> ReferredAsync()
    {
        var it = await cases.LedByAsync(1);
        await cases.StepAsync<ReferAppeal>(Role.CityCentre, (u, v) => u.RunAsync(v, it.Appeal, WayOut.Petition, "市信访局", null, "已转市信访局。", null, Ct));
        return it;
    }

    /// <summary>Somebody says that it is no appeal at all.</summary>
    public async Task<Case> DoubtedAsync()
    {
        var it = await cases.LedByAsync(1);
        await cases.StepAsync<ProposeInvalid>(Role.VillageSecretary, (u, v) => u.RunAsync(v, it.Appeal, InvalidReason.Prank, "没有这栋楼", null, Ct));
        return it;
    }

    /// <summary>Somebody of the city's centre declined it as a secret, and wants it destroyed.</summary>
    public async Task<Case> SecretAsync()
    {
        var it = await cases.LedByAsync(1);
        await cases.StepAsync<DeclineAppeal>(await city.ViewerAsync(city.Colleague), (u, v) => u.RunAsync(v, it.Appeal, new Declining(SpecialRoute.SecretOrPrivacy, null, SecretKind.State, "图纸编号是涉密的"), null, Ct));
        return it;
    }

    /// <summary>One that others go into.</summary>
    public async Task<AppealId> MasterAsync() => (await cases.SharedAsync("to go into", () => cases.LedByAsync(1))).Appeal;

    public async Task<Case> MergedAsync()
    {
        var (it, master) = (await cases.LedByAsync(1), await MasterAsync());
        await cases.StepAsync<MergeAppeals>(Role.CityCentre, (u, v) => u.RunAsync(v, it.Appeal, master.Value, null, null, Ct));
        return it;
    }

    /// <summary>The order of whoever works beside the lead.</summary>
    public async Task<int?> BesideAsync(Case it)
    {
        await using var db = city.Site.Test.NewDb();
        return (await db.Appeals.AsNoTracking().SingleAsync(a => a.Id == it.Appeal, Ct)).Orders.LastOrDefault(o => o.Role == OrderRole.Co)?.No;
    }
}
