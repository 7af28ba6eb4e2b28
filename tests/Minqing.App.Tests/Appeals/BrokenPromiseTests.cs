using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Running;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

[Trait("Spec", "H-20")]
public sealed class BrokenPromiseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_promise_whose_day_has_passed_begins_a_new_round_by_itself_and_once(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        var (_, id) = await town.ReportAsync();
        var secretary = await town.SecretaryAsync();
        await town.ClosedAsync(id, new("开春化冻后重铺路面。", "现场查看，列入计划", Outcome.Promised, new(2026, 4, 30)));
        Assert.Equal((Stage.FollowingUp, 1), await StandsAsync(town, id));

        town.Test.Clock.MoveTo(new(2026, 5, 1, 0, 1, 0, TimeSpan.FromHours(8)));
        await WorkAsync(town);
        Assert.Equal((Stage.Handling, 2), await StandsAsync(town, id));

        town.Test.Clock.MoveTo(new(2026, 5, 20, 0, 0, 0, TimeSpan.FromHours(8)));
        await WorkAsync(town);
        Assert.Equal((Stage.Handling, 2), await StandsAsync(town, id));
    }

    private static async Task<(Stage, int)> StandsAsync(Town town, Domain.Kernel.AppealId id) => (await town.CaseAsync(id)).Appeal is var appeal ? (appeal.Stage, appeal.Round) : default;

    private static async Task WorkAsync(Town town)
    {
        var (fire, drain) = (town.Test.Services.GetRequiredService<FireClocks>(), town.Test.Services.GetRequiredService<DrainOutbox>());
        while (await fire.BatchAsync(100, Ct) > 0)
        {
        }

        foreach (var lane in town.Test.Services.GetServices<Lane>().Where(l => l.Kind == "entry"))
        {
            while (await drain.BatchAsync(lane, Ct) > 0)
            {
            }
        }
    }
}
