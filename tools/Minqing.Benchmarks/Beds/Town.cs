using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.Web.Composition;
using Minqing.Web.Demo;

namespace Minqing.Benchmarks.Beds;

/// <summary>The whole program, serving one town of Baiyin on a free port. No sender is held back.</summary>
internal sealed class Town : IAsyncDisposable
{
    private const string Code = "620402001";
    private const int GridsOfCity = 400;
    private static readonly string[] Above = ["620000000000", "620400000000", "620402000000"];

    private readonly WebApplication app;

    private Town(WebApplication app)
    {
        this.app = app;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <param name="loops">Whether the background work is done meanwhile.</param>
    /// <param name="change">What stands outside and is replaced, as the clock.</param>
    public static async Task<Town> ServeAsync(Settings settings, bool loops, CancellationToken ct, Action<IServiceCollection>? change = null)
    {
        var app = Site.Create(settings, builder =>
        {
            builder.Logging.ClearProviders();
            if (!loops)
            {
                foreach (var loop in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(Settings).Assembly).ToList())
                    builder.Services.Remove(loop);
            }

            change?.Invoke(builder.Services);
        });
        await Preparation.RunAsync(app.Services, ct);
        await app.StartAsync(ct);
        return new(app);
    }

    public static Settings SettingsOf(Bed bed, DatabaseSettings database) => new()
    {
        Data = Path.Combine(bed.Folder, "data"),
        Database = database,
        Urls = "http://127.0.0.1:0",
        Limits = new()
        {
            ReportsInAll = int.MaxValue,
            ReportsPerAddress = int.MaxValue,
            ReportsPerDevice = int.MaxValue,
            ReportsPerCode = int.MaxValue,
            ReportsPerPhone = int.MaxValue,
            WrongCodesPerAddress = int.MaxValue,
        },
    };

    /// <summary>Divisions, officials and site codes of the town; of all Baiyin when asked for.</summary>
    public async Task<(IReadOnlyList<DemoCode> Codes, IReadOnlyList<DemoOfficial> Officials)> FillAsync(string folder, CancellationToken ct, bool all = false)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "profiles/baiyin/regions.csv"), ct);
        var file = Path.Combine(folder, "regions.csv");
        await File.WriteAllLinesAsync(file, lines.Where((line, i) => all || i == 0 || line.StartsWith(Code, StringComparison.Ordinal) || Above.Any(a => line.StartsWith(a, StringComparison.Ordinal))), ct);

        await using var scope = Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoRegions>(scope.ServiceProvider).RunAsync(file, ct, grids: all ? GridsOfCity : 12);
        var officials = await ActivatorUtilities.CreateInstance<DemoPeople>(scope.ServiceProvider).FillAsync("620400000000", DemoExtent.Whole, ct);
        var codes = await ActivatorUtilities.CreateInstance<DemoCodes>(scope.ServiceProvider).RunAsync(Path.Combine(folder, "codes.csv"), ct);
        return (codes, officials);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
