using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Minqing.App.Kernel.Sealing;

/// <summary>Seals the journal every minute of real time, whatever the program's clock says, and once more before it stops.</summary>
public sealed partial class SealingLoop(IServiceScopeFactory scopes, Heartbeats heartbeats, ILogger<SealingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            heartbeats.Beat("sealing", Heartbeats.Patience);
            await Task.WhenAny(Task.Delay(Pause, TimeProvider.System, stoppingToken));
            await SealAsync(CancellationToken.None);
        }

        heartbeats.End("sealing");
    }

    // The database may be away for a while: what was not sealed now is sealed next time.
    private async Task SealAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(ct);
        }
        catch (Exception e)
        {
            LogStumbled(e);
        }
    }

    [LoggerMessage(LogLevel.Error, "The journal could not be sealed; trying again in a minute")]
    private partial void LogStumbled(Exception failure);
}
