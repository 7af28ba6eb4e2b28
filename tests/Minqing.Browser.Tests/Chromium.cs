using Microsoft.Playwright;
using Minqing.Browser.Tests;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Minqing.Browser.Tests;

/// <summary>The one browser of all journeys. It is closed when they are over: one that stays would hold the tests' output open, and with it whoever waits for its end.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Headless = "/usr/bin/chromium-headless-shell";

    // Where to find Chromium, if not where Debian puts it; the one without a window of its own does with less.
    private static readonly string Program = Environment.GetEnvironmentVariable("CHROMIUM") ?? (File.Exists(Headless) ? Headless : "/usr/bin/chromium");

    private static IPlaywright? playwright;
    private static IBrowser? browser;

    public static IBrowser Browser => browser ?? throw new InvalidOperationException("The browser was not started");

    public async ValueTask InitializeAsync()
    {
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(60_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=zh-CN",
                "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await Task.WhenAny(browser.CloseAsync(), Task.Delay(TimeSpan.FromSeconds(30)));
        playwright?.Dispose();
    }
}
