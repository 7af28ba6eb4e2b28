using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Minqing.Testing;
using Minqing.Testing.Web;
using Xunit.v3;

namespace Minqing.Browser.Tests;

/// <summary>A phone of 360 × 740 points, or a screen on a desk, with its own browser and storage, in front of one running program.</summary>
public sealed class Phone : IAsyncDisposable
{
    private static readonly ViewportSize Hand = new() { Width = 360, Height = 740 };
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 860 };

    private static readonly Lazy<Task<string>> AxeScript = new(() => File.ReadAllTextAsync(Axe()));

    private Phone(IBrowserContext context, IPage page)
    {
        (Context, Page) = (context, page);
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) => Note(message);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>What the browser complained about: errors of scripts and of the content security policy.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Phone> OnAsync(TestSite site, bool scripts = true, bool dark = false, bool desk = false)
    {
        var context = await Chromium.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = desk ? Desk : Hand,
            DeviceScaleFactor = desk ? 1 : 2,
            IsMobile = !desk,
            HasTouch = !desk,
            Locale = "zh-CN",
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Permissions = ["microphone", "geolocation"],
            Geolocation = new() { Latitude = 36.54f, Longitude = 104.17f },
        });
        context.SetDefaultTimeout(60_000);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>The same phone, looking at a page that opened beside the first.</summary>
    public Phone At(IPage page) => new(Context, page);

    /// <summary>Waits until the worker that answers without a network is at work and has these pages and parts, whatever their version.</summary>
    public async Task KeepsAsync(params string[] paths)
    {
        // A promise is true to whoever waits for a function, whatever comes of it: so it is asked again from here.
        const string Kept = "async paths => { const c = await caches.open('pages'); const kept = (await c.keys()).map(k => new URL(k.url).pathname); return !!navigator.serviceWorker.controller && paths.every(p => kept.some(k => k === p || k.startsWith(p + '.'))); }";
        for (var asked = 0; !await Page.EvaluateAsync<bool>(Kept, paths); asked++)
        {
            Assert.True(asked < 1200, "The pages are not kept on the phone.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    /// <summary>Nothing wider than the screen, nothing that a screen reader stumbles over, nothing the browser complains about, on phone and desk, and nothing that cannot be read in the dark; with PICTURES=DIR a picture for whoever looks.</summary>
    /// <remarks>A page looks the same whatever database is under it: journeys over PostgreSQL go on without looking.</remarks>
    public async Task SeenAsync(string name)
    {
        if (TestContext.Current.Test is IXunitTest { TestMethodArguments: var arguments } && arguments.Contains(Engine.Postgres))
        {
            Assert.Empty(Complaints);
            return;
        }

        var usual = Page.ViewportSize!;
        foreach (var (size, screen) in new[] { (Hand, "phone"), (Desk, "desk") })
        {
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            await Page.EvaluateAsync("() => scrollTo(0, 0)");
            if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{screen}.png"), FullPage = true });
            Assert.Equal((name, size.Width), (name, await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")));
            Assert.Empty(await BarriersAsync());
        }

        await SeenInTheDarkAsync();

        // A fact that a text was not given.
        Assert.DoesNotMatch(@"\{[A-Za-z]+\}", await Page.Locator("body").InnerTextAsync());

        await Page.SetViewportSizeAsync(usual.Width, usual.Height);
        Assert.Empty(Complaints);
    }

    // The same page in its other colours; at night many phones ask for them.
    private async Task SeenInTheDarkAsync()
    {
        if (await Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches"))
            return;
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await BarriersAsync("color-contrast"));
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <summary>What axe finds on the page, of its serious and critical rules.</summary>
    /// <param name="rule">One rule alone; null for all.</param>
    public async Task<string[]> BarriersAsync(string? rule = null)
    {
        await Page.EvaluateAsync(await AxeScript.Value);
        return await Page.EvaluateAsync<string[]>(
            "async rule => (await axe.run(document, rule ? { runOnly: [rule] } : {})).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' '))",
            rule);
    }

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal))
            Complaints.Add(message.Text);
    }

    private static string Axe([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../src/Minqing.Web/Client/node_modules/axe-core/axe.min.js");
}
