using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App;
using Minqing.App.Notices;
using Minqing.Handset;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Browser.Tests;

/// <summary>The demonstration's handset as the gateway of a street, so that links in messages lead where they should.</summary>
internal sealed class RealHandset : IAsyncDisposable
{
    private readonly WebApplication app;

    private RealHandset(WebApplication app) => this.app = app;

    public static async Task<RealHandset> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => Inbox.Open(null));
        var app = builder.Build();
        app.MapHandset();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public Task<Street> StreetAsync(Engine engine) => Street.OnAsync(engine, Behind);

    /// <summary>What this number's phone shows.</summary>
    public string Screen(string phone) => $"{app.Urls.First()}/phone/{phone}";

    private Settings Behind(Settings settings)
    {
        var own = $"http://127.0.0.1:{FreePort()}";
        var gateway = new SmsSettings("POST", $"{app.Urls.First()}/sms", new Dictionary<string, string>(), """{"phone":"{phone}","text":"{text}"}""");
        return settings with { Urls = own, PublicUrl = new(own), Sms = gateway };
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
