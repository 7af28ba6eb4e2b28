using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;

namespace Minqing.App.Running;

/// <summary>Keeps the schedule while the program runs. With nothing due it compares two instants a second and asks nobody.</summary>
internal sealed partial class ScheduleLoop(RunSchedule schedule, Rest rest, Heartbeats heartbeats, ILogger<ScheduleLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var never = new TaskCompletionSource().Task; // no save brings anything forward
        while (!stoppingToken.IsCancellationRequested)
        {
            heartbeats.Beat("schedule", Heartbeats.Patience);
            await rest.TakeAsync(never, await GuardedAsync(stoppingToken), stoppingToken);
        }

        heartbeats.End("schedule");
    }

    // The database may be away for a while: the loop outlives that.
    private async Task<DateTime?> GuardedAsync(CancellationToken stop)
    {
        try
        {
            return await schedule.AllDueAsync(stop);
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

    [LoggerMessage(LogLevel.Error, "The schedule stumbled; it looks again shortly")]
    private partial void LogStumbled(Exception failure);
}
