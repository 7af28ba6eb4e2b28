using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App.Media.Tools;

namespace Minqing.App.Media;

/// <summary>Says at the start which tools are missing, and clears away every hour what no report named.</summary>
public sealed partial class MediaKeeper(IServiceScopeFactory scopes, MediaTools tools, TimeProvider clock, ILogger<MediaKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!tools.Pictures)
        {
            LogNoPictures();
        }

        if (!tools.Voice)
        {
            LogNoVoice();
        }

        using var hourly = new PeriodicTimer(Pause, clock);
        while (await hourly.WaitForNextTickAsync(stoppingToken))
        {
            await CleanAsync(stoppingToken);
        }
    }

    // The database or the folder may be away for a while: the next hour cleans what this one could not.
    private async Task CleanAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            LogCleaned(await scope.ServiceProvider.GetRequiredService<CleanUnboundMedia>().RunAsync(ct));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogStumbled(failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "vipsthumbnail is not installed (package libvips-tools): no previews are made and HEIC photos are refused")]
    private partial void LogNoPictures();

    [LoggerMessage(LogLevel.Warning, "ffmpeg is not installed: voice is played as it was sent, which some browsers cannot")]
    private partial void LogNoVoice();

    [LoggerMessage(LogLevel.Information, "{Count} uploads that no report named were removed")]
    private partial void LogCleaned(int count);

    [LoggerMessage(LogLevel.Error, "Uploads could not be cleaned; trying again in an hour")]
    private partial void LogStumbled(Exception failure);
}
