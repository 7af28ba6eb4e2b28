using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;

namespace Minqing.App.Notices;

/// <summary>Looks every half minute of real time whether the hour of a digest has come.</summary>
public sealed partial class DigestLoop(IServiceScopeFactory scopes, Heartbeats heartbeats, ILogger<DigestLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            heartbeats.Beat("digests", Heartbeats.Patience);
            await Task.WhenAny(Task.Delay(Pause, TimeProvider.System, stoppingToken));
            if (!stoppingToken.IsCancellationRequested)
            {
                await SendAsync(stoppingToken);
            }
        }

        heartbeats.End("digests");
    }

    // The database may be away for a while, or another node be faster: it looks again shortly.
    private async Task SendAsync(CancellationToken ct)
    {
        try
        {
            int people;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                people = await scope.ServiceProvider.GetRequiredService<SendDigests>().RunAsync(ct);
            }
            while (people > 0);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogStumbled(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The digests stumbled; they are tried again shortly")]
    private partial void LogStumbled(Exception failure);
}
