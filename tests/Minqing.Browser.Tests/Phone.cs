using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Minqing.Testing.Web;

namespace Minqing.Browser.Tests;

/// <summary>A phone of 360 × 740 points with its own browser and storage, in front of one running program.</summary>
public sealed class Phone : IAsyncDisposable
{
    // Where to find Chromium, if not where Debian puts it.
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    private Phone(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained about: errors of scripts and of the content security policy.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Phone> OnAsync(TestSite site, bool scripts = true, bool dark = false)
    {
        var context = await (await Browser.Value).NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new() { Width = 360, Height = 740 },
            DeviceScaleFactor = 2,
            IsMobile = true,
            HasTouch = true,
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Permissions = ["microphone", "geolocation"],
            Geolocation = new() { Latitude = 36.54f, Longitude = 104.17f },
        });
        context.SetDefaultTimeout(60_000);
        var phone = new Phone(context, await context.NewPageAsync());
        phone.Page.PageError += (_, error) => phone.Complaints.Add(error);
        phone.Page.Console += (_, message) => phone.Note(message);
        return phone;
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    /// <summary>What axe finds on the page, of its serious and critical rules.</summary>
    public async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Axe()));
        return await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' '))");
    }

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            Complaints.Add(message.Text);
    }

    private static string Axe([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../src/Minqing.Web/Client/node_modules/axe-core/axe.min.js");

    private static async Task<IBrowser> LaunchAsync()
    {
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(60_000);
        return await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
            ],
        });
    }
}
