using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App;

namespace Minqing.Web.Operation;

/// <summary>What machines ask: alive, ready, figures. Keep it from the public at the proxy.</summary>
internal static class OperationRoutes
{
    public static void AddOperation(this IServiceCollection services, Settings settings)
    {
        services.AddScoped<Readiness>();
        services.AddSingleton<MetricsText>();
        services.AddHostedService<MetricsStart>();
        services.AddOtlp(settings);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var operation = routes.MapGroup("").ExcludeFromDescription();
        operation.MapGet("/healthz", () => TypedResults.Text("ok\n"));
        operation.MapGet("/readyz", ReadyAsync);
        operation.MapGet("/metrics", (MetricsText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"));
    }

    private static async Task<JsonHttpResult<IReadOnlyDictionary<string, string>>> ReadyAsync(Readiness readiness, CancellationToken ct)
    {
        var found = await readiness.LookAsync(ct);
        return TypedResults.Json(found, statusCode: found.Values.All(v => v == "ok") ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
