using System.Collections.Concurrent;
using System.Globalization;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel;

/// <summary>The work calendars of this installation: the country's, built in and added to by files in <c>calendar/</c> of the data folder, and those of regions that add days.</summary>
public sealed class Calendars
{
    private const string BuiltIn = "calendar/CN/";

    private readonly Dictionary<string, IReadOnlyList<CalendarDay>> added;
    private readonly ConcurrentDictionary<string, WorkCalendar> regional = new();

    private Calendars(WorkCalendar national, Dictionary<string, IReadOnlyList<CalendarDay>> added) => (National, this.added) = (national, added);

    public WorkCalendar National { get; }

    /// <summary>Reads what is built in and what the data folder adds. Throws with file and line when a file is broken.</summary>
    public static Calendars Read(string data)
    {
        var years = BuiltInYears().Concat(YearsIn(Path.Combine(data, "calendar", "CN"))).GroupBy(y => y.Year).Select(y => y.Last()).ToList();
        var regions = new DirectoryInfo(Path.Combine(data, "calendar"));
        return new(
            new(years.Where(y => y.Days.Count > 0).Select(y => y.Year), years.SelectMany(y => y.Days)),
            (regions.Exists ? regions.GetDirectories() : []).Where(r => r.Name != "CN").ToDictionary(r => r.Name, DaysOf));
    }

    /// <summary>The calendar of a region by its division code: the country's, and over it the days of every region above it and its own.</summary>
    public WorkCalendar For(string code)
    {
        var above = added.Keys.Where(k => code.StartsWith(k, StringComparison.Ordinal)).OrderBy(k => k.Length).ToList();
        return above.Count == 0 ? National : regional.GetOrAdd(above[^1], _ => National.With(above.SelectMany(k => added[k])));
    }

    /// <summary>The years in use now whose notice is not known: this one and, from November on, the next.</summary>
    public IReadOnlyList<int> Missing(DateTime now)
    {
        var today = LocalTime.DayOf(now);
        return National.Missing(today, today.AddMonths(2));
    }

    private static IReadOnlyList<CalendarDay> DaysOf(DirectoryInfo region) => [.. YearsIn(region.FullName).SelectMany(y => y.Days)];

    private static IEnumerable<(int Year, IReadOnlyList<CalendarDay> Days)> BuiltInYears()
    {
        var assembly = typeof(Calendars).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(BuiltIn, StringComparison.Ordinal)).Order())
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var year = YearOf(name);
            yield return (year, CalendarFile.Read(text, name, year));
        }
    }

    private static IEnumerable<(int Year, IReadOnlyList<CalendarDay> Days)> YearsIn(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.csv").Order() : Enumerable.Empty<string>())
        {
            using var text = new StreamReader(file);
            var year = YearOf(file);
            yield return (year, CalendarFile.Read(text, file, year));
        }
    }

    private static int YearOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 10000
            ? year
            : throw new InvalidDataException($"{file}: a calendar's file is named for its year, such as 2027.csv");
}
