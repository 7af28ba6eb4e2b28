using System.Globalization;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals;

/// <summary>How much of a case somebody had before their eyes: the lengths of its journals. Travels with every form.</summary>
public static class Seen
{
    public static string Of(AppealCase it) => string.Create(CultureInfo.InvariantCulture, $"{it.Appeal.JournalLength}.{it.Reports.Sum(r => r.JournalLength)}");

    /// <summary>How many entries have come since; 0 when nothing was said about what was seen.</summary>
    public static int Since(string? seen, AppealCase it) =>
        seen?.Split('.') is [var a, var r] && int.TryParse(a, CultureInfo.InvariantCulture, out var appeal) && int.TryParse(r, CultureInfo.InvariantCulture, out var reports)
            ? Math.Max(0, it.Appeal.JournalLength - appeal) + Math.Max(0, it.Reports.Sum(x => x.JournalLength) - reports)
            : 0;
}
