using OpenTelemetry.Metrics;

namespace Minqing.Web.Operation;

/// <summary>Listens from the first request on, not from the first look at <c>/metrics</c>.</summary>
internal sealed class MetricsStart(MetricsText metrics, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        metrics.Listen();
        services.GetService<MeterProvider>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
