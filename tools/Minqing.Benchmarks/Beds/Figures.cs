using System.Globalization;
using Spectre.Console;

namespace Minqing.Benchmarks.Beds;

/// <summary>Lines of figures in a table, written alike on every machine.</summary>
internal static class Figures
{
    public static void AddFigures(this Table table, params IEnumerable<object?> figures) =>
        table.AddRow([.. figures.Select(f => Convert.ToString(f, CultureInfo.InvariantCulture) ?? "")]);
}
