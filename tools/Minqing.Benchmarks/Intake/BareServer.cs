using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.Benchmarks.Beds;

namespace Minqing.Benchmarks.Intake;

/// <summary>Kestrel and nothing else: reads a report's JSON, inserts the rows that the program would, answers.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private BareServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BareServer> ServeAsync(Copies copies, IBareInsert insert, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/api/v1/reports", async (JsonElement report, CancellationToken aborted) =>
        {
            var keys = copies.NewKeys();
            await insert.RunAsync(keys, aborted);
            return Results.Json(new { number = keys.Number, length = report.GetProperty("text").GetString()!.Length }, statusCode: 201);
        });
        await app.StartAsync(ct);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
