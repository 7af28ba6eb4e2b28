using Minqing.App;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Minqing.Web.Operation;

/// <summary>Sends the same figures to a collector, when one is set.</summary>
internal static class Otlp
{
    public static void AddOtlp(this IServiceCollection services, Settings settings)
    {
        if (settings.Otlp is not { } collector)
            return;
        services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter([.. MetricsText.Meters])
            .AddOtlpExporter(options => (options.Endpoint, options.Protocol) = (new Uri(collector, "/v1/metrics"), OtlpExportProtocol.HttpProtobuf))
            .Build());
    }
}
