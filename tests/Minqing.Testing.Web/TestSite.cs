using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.Web.Composition;

namespace Minqing.Testing.Web;

/// <summary>The whole program on a free port of this machine, with a database of its own and a clock that the test moves.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(TestDatabase test, WebApplication app)
    {
        (Test, this.app) = (test, app);
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Http = Client();
    }

    public TestDatabase Test { get; }

    public SettableClock Clock => Test.Clock;

    public Uri Address { get; }

    /// <summary>A caller that follows no redirect and keeps cookies.</summary>
    public HttpClient Http { get; }

    /// <summary>The running program's services.</summary>
    public IServiceProvider Services => app.Services;

    public static async Task<TestSite> OnAsync(Engine engine, Func<Settings, Settings>? settings = null, Action<WebApplicationBuilder>? change = null, Action<WebApplication>? routes = null, bool prepare = true)
    {
        var test = await TestDatabase.OnAsync(engine);
        var all = test.Settings with { Urls = "http://127.0.0.1:0" };
        var app = Site.Create(settings?.Invoke(all) ?? all, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(test.Clock));
            change?.Invoke(builder);
        });
        routes?.Invoke(app);
        if (prepare)
            await Preparation.RunAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return new(test, app);
    }

    /// <summary>Another caller, with cookies of its own.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Test.DisposeAsync();
    }
}
