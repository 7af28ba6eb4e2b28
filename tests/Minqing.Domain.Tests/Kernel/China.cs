using System.Globalization;
using Minqing.Domain.Kernel;

namespace Minqing.Domain.Tests.Kernel;

/// <summary>The real calendar of 2007 to 2026, and China time written as people write it.</summary>
internal static class China
{
    public static readonly DateOnly First = new(2007, 1, 1);
    public static readonly DateOnly Last = new(2026, 12, 31);

    public static WorkCalendar Calendar { get; } = Read();

    public static Timetable Timetable { get; } = new(Calendar, Hours.Default);

    public static Timetable ClosingWithTheOffice { get; } = new(Calendar, new(Hours.Default.Duty, Hours.Default.Working, DayEnds.CloseOfBusiness));

    /// <summary>China time as the instant it is.</summary>
    public static DateTime At(string local) =>
        LocalTime.ToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture, DateTimeStyles.None));

    public static string Local(this DateTime utc) => LocalTime.Of(utc).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static WorkCalendar Read()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "calendar"), "*.csv");
        return new(
            files.Select(f => int.Parse(Path.GetFileNameWithoutExtension(f), CultureInfo.InvariantCulture)),
            files.SelectMany(f => File.ReadLines(f).Skip(1)).Select(Day));
    }

    private static CalendarDay Day(string line)
    {
        var fields = line.Split(',');
        return new(DateOnly.Parse(fields[0], CultureInfo.InvariantCulture), fields[1] == "make-up" ? DayKind.MakeUp : DayKind.Holiday, fields[2]);
    }
}
