using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Lists;
using Minqing.App.Supervision;
using Minqing.App.Tests.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Testing;

namespace Minqing.App.Tests.Appeals;

public sealed class LongListTests
{
    private const int Many = 130;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "D-08")]
    [Trait("Spec", "D-03")]
    public async Task Nothing_is_lost_from_a_list_when_very_much_is_due_at_one_instant(Engine engine)
    {
        await using var town = await Town.OnAsync(engine);
        for (var i = 0; i < Many; i++)
        {
            Assert.True((await town.Test.RunAsync<SubmitReport, Result<Receipt>>(u => u.RunAsync($"report-{i}", Town.Noise(null) with { Text = $"第 {i} 件" }, Ct))).Ok);
        }

        var secretary = await town.SecretaryAsync();
        var leader = await town.AsAsync(Role.CountyHead, SmallCity.County);

        var mine = await AllAsync(after => town.Test.RunAsync<ListMine, MyList>(u => u.RunAsync(secretary, TurnKind.FirstCall, after, Ct)), l => l.Page);
        town.Pass(TimeSpan.FromDays(1));
        var late = await AllAsync(after => town.Test.RunAsync<ListLate, LateList>(u => u.RunAsync(leader, null, after, Ct)), l => l.Page);

        Assert.Equal((Many, Many), (mine.Count, mine.Distinct().Count()));
        Assert.Equal(Many, late.Distinct().Count());
    }

    private static async Task<List<AppealId>> AllAsync<T>(Func<string?, Task<T>> read, Func<T, TurnPage> pageOf)
    {
        var all = new List<AppealId>();
        for (string? after = null; ;)
        {
            var page = pageOf(await read(after));
            all.AddRange(page.Rows.Select(r => r.Appeal));
            if (page.Next is not { } next)
            {
                return all;
            }

            Assert.NotEqual(after, next);
            after = next;
        }
    }
}
