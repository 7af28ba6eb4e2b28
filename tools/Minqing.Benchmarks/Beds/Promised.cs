using System.Globalization;
using Spectre.Console;

namespace Minqing.Benchmarks.Beds;

/// <summary>The limits that are promised; a figure beyond one is said at the end, and makes the run fail.</summary>
internal static class Promised
{
    private static readonly List<string> Broken = [];

    public static void AtMost(double limit, string unit, string what, double figure)
    {
        if (figure > limit)
            Broken.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {figure:0.0} {unit}, promised at most {limit} {unit}"));
    }

    /// <returns>Whether all were kept.</returns>
    public static bool Tell()
    {
        foreach (var one in Broken)
            AnsiConsole.WriteLine($"NOT KEPT: {one}");
        return Broken.Count == 0;
    }
}
