using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FirstContact;
using Minqing.App.Appeals.Handling;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Citizen;

/// <summary>What the officials of the street do meanwhile.</summary>
internal sealed class Officials(Street street)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The village solves it and the town's centre finds it solved: now the reporter is asked.</summary>
    public async Task SolveAsync(string number)
    {
        await CallAsync(number);
        var (id, secretary) = (await AppealAsync(number), await OfAsync(Role.VillageSecretary, street.Codes[0].RegionCode[..12]));
        await DoAsync<SignOrder>(u => u.RunAsync(secretary, id, null, Ct));
        await DoAsync<FinishAppeal>(u => u.RunAsync(secretary, id, new("下水道已经疏通，井盖也换了新的。", "请疏通公司上门", Outcome.Solved), null, Ct));
        await DoAsync<PassCheck>(async u => await u.RunAsync(await OfAsync(Role.TownCentre, "620402001000"), id, null, null, Ct));
    }

    /// <summary>The secretary takes it and reaches the reporter.</summary>
    public async Task CallAsync(string number)
    {
        var (id, secretary) = (await AppealAsync(number), await OfAsync(Role.VillageSecretary, street.Codes[0].RegionCode[..12]));
        await DoAsync<RecordCall>(u => u.RunAsync(secretary, id, CallOutcome.Reached, "内部记录：说好下午去看", null, Ct));
    }

    private async Task DoAsync<TUseCase>(Func<TUseCase, Task<Result<App.Appeals.StepDone>>> run)
        where TUseCase : notnull
    {
        await using var scope = street.Site.Services.CreateAsyncScope();
        var done = await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        Assert.True(done.Ok, $"{typeof(TUseCase).Name}: {done.Problem}");
    }

    private async Task<Viewer> OfAsync(Role role, string region)
    {
        var official = street.Officials.First(o => o.Role == role && o.RegionCode == region);
        await using var scope = street.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(official.Person, null, "test", Ct);
    }

    private async Task<AppealId> AppealAsync(string number)
    {
        await using var scope = street.Site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MinqingDb>().Reports.Where(r => r.Number == number).Select(r => r.Appeal).SingleAsync(Ct);
    }
}
