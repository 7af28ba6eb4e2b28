using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;

namespace Minqing.App.Running;

/// <summary>Keeps every lane of the outbox moving while the program runs.</summary>
internal sealed partial class OutboxLoop(IEnumerable<Lane> lanes, DrainOutbox drain, SweepOutbox sweep, Signal signal, Rest rest, Heartbeats heartbeats, ILogger<OutboxLoop> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([SweepAsync(stoppingToken), .. lanes.Select(lane => Task.Run(() => DrainAsync(lane, stoppingToken), CancellationToken.None))]);

    private async Task DrainAsync(Lane lane, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            heartbeats.Beat($"outbox {lane.Kind}", Heartbeats.Patience);
            var rung = signal.Rung;
            if (await GuardedAsync(() => drain.BatchAsync(lane, stop), stop) == 0)
            {
                await rest.TakeAsync(rung, null, stop);
            }
        }

        heartbeats.End($"outbox {lane.Kind}");
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        do
        {
            await GuardedAsync(() => sweep.OnceAsync(stop), stop);
        }
        while (await HourAsync(stop));
    }

    private static Task<bool> HourAsync(CancellationToken stop) =>
        Task.Delay(TimeSpan.FromHours(1), TimeProvider.System, stop).ContinueWith(t => t.IsCompletedSuccessfully, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    // The database may be away for a while: the loop outlives that.
    private async Task<int> GuardedAsync(Func<Task<int>> work, CancellationToken stop)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception e)
        {
            LogStumbled(e);
            return 0;
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox stumbled; it looks again shortly")]
    private partial void LogStumbled(Exception failure);
}
