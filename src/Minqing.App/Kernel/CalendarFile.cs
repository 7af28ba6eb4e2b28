using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel;

/// <summary>One file of a calendar: <c>date,kind,name</c>, a row for each day that differs from the plain week.</summary>
internal static class CalendarFile
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.Trim };

    /// <summary>Throws with file and line when a row is broken or of another year.</summary>
    public static IReadOnlyList<CalendarDay> Read(TextReader text, string file, int year)
    {
        using var csv = new CsvReader(text, Format);
        var days = new List<CalendarDay>();
        try
        {
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                days.Add(Day(csv, year));
            }
        }
        catch (Exception e) when (e is CsvHelperException or FormatException)
        {
            var reason = e is FormatException ? e.Message : "date,kind,name is expected";
            throw new InvalidDataException($"{file}:{csv.Parser?.RawRow}: {reason}", e);
        }

        return days;
    }

    private static CalendarDay Day(CsvReader csv, int year)
    {
        var date = DateOnly.ParseExact(csv.GetField("date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.Year == year
            ? new(date, KindOf(csv.GetField("kind")!), csv.GetField("name")!)
            : throw new FormatException($"{date:yyyy-MM-dd} is not of {year}");
    }

    private static DayKind KindOf(string word) => word switch
    {
        "holiday" => DayKind.Holiday,
        "make-up" => DayKind.MakeUp,
        "working" => DayKind.Working,
        "weekend" => DayKind.Weekend,
        _ => throw new FormatException($"\"{word}\" is no kind of day; holiday, make-up, working, weekend are"),
    };
}
