using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Minqing.Benchmarks.Citizen;

/// <summary>Lighthouse's figures of a page as a poor phone sees it, where Chromium and lighthouse (npm) are installed.</summary>
internal static class Lighthouse
{
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices"];

    /// <summary>Pairs of what and how much; one that says why when it cannot be measured here.</summary>
    public static async Task<IReadOnlyList<(string What, string Figure)>> MeasureAsync(Uri page, string folder, CancellationToken ct)
    {
        if (Find("chromium") is not { } chromium || Find("lighthouse") is not { } lighthouse)
            return [("Lighthouse", "not here: needs chromium, and npm install -g lighthouse")];

        var report = Path.Combine(folder, "lighthouse.json");
        var start = new ProcessStartInfo(lighthouse, [page.ToString(), "--output=json", $"--output-path={report}", "--quiet", "--chrome-flags=--headless=new --no-sandbox", $"--only-categories={string.Join(',', Categories)}"]);
        start.Environment["CHROME_PATH"] = chromium;
        using var run = Process.Start(start)!;
        await run.WaitForExitAsync(ct);
        if (!File.Exists(report))
            return [("Lighthouse", "failed")];

        using var read = JsonDocument.Parse(await File.ReadAllTextAsync(report, ct));
        return
        [
            .. Categories.Select(c => ($"Lighthouse, {c}", read.RootElement.GetProperty("categories").GetProperty(c).GetProperty("score") is { ValueKind: JsonValueKind.Number } score
                ? Math.Round(score.GetDouble() * 100).ToString(CultureInfo.InvariantCulture)
                : "none")),
            ("largest paint", read.RootElement.GetProperty("audits").GetProperty("largest-contentful-paint").GetProperty("displayValue").GetString()!),
        ];
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
