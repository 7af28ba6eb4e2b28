using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.Timers;

namespace Minqing.App.Running;

/// <summary>Fires clocks as they come due, and a backlog in batches, while the program runs. With nothing due it asks one indexed question a second.</summary>
internal sealed partial class TimerLoop(FireClocks fire, IServiceScopeFactory scopes, Leases leases, TimeProvider clock, Signal signal, Rest rest, ILogger<TimerLoop> log) : BackgroundService
{
    private const int Batch = 250;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = signal.Rung;
            var next = await GuardedAsync(stoppingToken);
            await rest.TakeAsync(rung, next, stoppingToken);
        }
    }

    /// <summary>Fires all that is due; gives when the next is.</summary>
    private async Task<DateTime?> FireAllAsync(CancellationToken stop)
    {
        while (true)
        {
            var (next, writers) = await LookAsync(stop);
            if (next is null || next > clock.Now())
            {
                return next;
            }

            var fired = await fire.BatchAsync(Batch, stop);
            while (fired >= Batch && !stop.IsCancellationRequested)
            {
                fired = (await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => fire.BatchAsync(Batch, stop), stop)))).Sum();
            }

            if (fired == 0)
            {
                return null; // another node has it
            }
        }
    }

    private async Task<(DateTime? Next, int Writers)> LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        return (await db.NextWakeAsync(leases.Moment, stop), db.Dialect.Writers);
    }

    // The database may be away for a while: the loop outlives that.
    private async Task<DateTime?> GuardedAsync(CancellationToken stop)
    {
        try
        {
            return await FireAllAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            LogStumbled(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The timers stumbled; they look again shortly")]
    private partial void LogStumbled(Exception failure);
}
