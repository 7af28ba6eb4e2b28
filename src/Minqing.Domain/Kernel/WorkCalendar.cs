using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Minqing.Domain.Kernel;

/// <summary>Which days are worked: the yearly notices of the State Council with their make-up days, and days that a region adds.</summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDay> days;
    private readonly FrozenSet<int> years;

    /// <param name="years">The years whose notice is known. In any other year weekends alone are free.</param>
    /// <param name="days">The days that differ from the plain week; of two for one date the later stands.</param>
    public WorkCalendar(IEnumerable<int> years, IEnumerable<CalendarDay> days)
    {
        this.years = years.ToFrozenSet();
        this.days = days.GroupBy(d => d.Date).ToFrozenDictionary(d => d.Key, d => d.Last());
        Version = Fingerprint();
    }

    /// <summary>No notice known: weekends alone are free.</summary>
    public static WorkCalendar Weekends { get; } = new([], []);

    /// <summary>Names exactly these days: the last year known and a fingerprint. Frozen on every clock.</summary>
    public string Version { get; }

    public IEnumerable<int> Years => years.Order();

    /// <summary>Whether the notice of this year is known; if not, its holidays count as working days and somebody must be told.</summary>
    public bool Covers(int year) => years.Contains(year);

    /// <summary>The years from the first to the second day whose notice is not known.</summary>
    public IReadOnlyList<int> Missing(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year + 1)).Where(y => !Covers(y))];

    public CalendarDay On(DateOnly date) =>
        days.TryGetValue(date, out var day) ? day
        : new(date, date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Working, "");

    public bool IsWorking(DateOnly date) => On(date).Kind is DayKind.Working or DayKind.MakeUp;

    /// <summary>The day itself when it is worked, else the next that is.</summary>
    public DateOnly WorkingDayFrom(DateOnly date)
    {
        while (!IsWorking(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The <paramref name="n"/>-th working day after <paramref name="date"/>, which itself never counts.</summary>
    public DateOnly WorkingDayAfter(DateOnly date, int n)
    {
        for (; n > 0; n--)
        {
            date = WorkingDayFrom(date.AddDays(1));
        }

        return date;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            count += IsWorking(date) ? 1 : 0;
        }

        return count;
    }

    /// <summary>This calendar with the days that a region adds or changes.</summary>
    public WorkCalendar With(IEnumerable<CalendarDay> added) => new(years, days.Values.Concat(added));

    private string Fingerprint()
    {
        var text = new StringBuilder().AppendJoin(',', Years);
        foreach (var day in days.Values.OrderBy(d => d.Date))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{day.Date:yyyy-MM-dd},{day.Kind},{day.Name}");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return $"{(years.Count == 0 ? "weekends" : years.Max().ToString(CultureInfo.InvariantCulture))}-{hash[..8]}";
    }
}
