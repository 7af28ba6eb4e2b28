using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;

namespace Minqing.App.Running;

/// <summary>Fires clocks as they come due, and a backlog in batches, while the program runs. With nothing due it asks one indexed question a second.</summary>
internal sealed partial class TimerLoop(FireClocks fire, Signal signal, Rest rest, Heartbeats heartbeats, ILogger<TimerLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            heartbeats.Beat("timers", Heartbeats.Patience);
            var rung = signal.Rung;
            var next = await GuardedAsync(stoppingToken);
            await rest.TakeAsync(rung, next, stoppingToken);
        }

        heartbeats.End("timers");
    }

    // The database may be away for a while: the loop outlives that.
    private async Task<DateTime?> GuardedAsync(CancellationToken stop)
    {
        try
        {
            return await fire.AllDueAsync(stop);
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
