using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Minqing.App.Notices;
using Minqing.App.Running;
using Minqing.App.Tests.Appeals;
using Minqing.Testing;

namespace Minqing.App.Tests.Running;

public sealed class ScheduleTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "S-03")]
    [Trait("Spec", "O-09")]
    public async Task What_fails_holds_up_nothing_else_and_is_tried_again(Engine engine)
    {
        var broken = true;
        await using var town = await Town.OnAsync(engine, change: s => s.Replace(ServiceDescriptor.Scoped(p => broken ? throw new InvalidOperationException("made to fail") : ActivatorUtilities.CreateInstance<MakeRounds>(p))));
        await town.ReportAsync();
        town.Pass(TimeSpan.FromDays(20));
        var schedule = town.Test.Services.GetRequiredService<RunSchedule>();

        Assert.Null(await schedule.AllDueAsync(Ct)); // looks again shortly
        Assert.Equal((0, true, true), await DoneAsync());

        broken = false;
        Assert.NotNull(await schedule.AllDueAsync(Ct));
        var (rounds, _, _) = await DoneAsync();
        Assert.True(rounds > 0);

        async Task<(int Rounds, bool Reorganised, bool Reconciled)> DoneAsync()
        {
            await using var db = town.Test.NewDb();
            var jobs = await db.ScheduleRuns.Select(r => r.Job).ToListAsync(Ct);
            return (jobs.Count(j => j.Contains("round", StringComparison.Ordinal)), jobs.Exists(j => j.StartsWith("reorganise", StringComparison.Ordinal)), jobs.Contains("reconciliation"));
        }
    }
}
