using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.App.Tests.Kernel;

[Trait("Spec", "O-07")]
public sealed class CalendarsTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("minqing-").FullName;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void The_years_2007_to_2026_are_built_in() =>
        Assert.Equal(Enumerable.Range(2007, 20), Calendars.Read(data).National.Years);

    [Fact]
    public void An_installation_adds_a_year_and_replaces_another()
    {
        Write("CN/2027.csv", "2027-01-01,holiday,元旦");
        Write("CN/2026.csv", "2026-01-01,holiday,元旦");

        var calendar = Calendars.Read(data).National;

        Assert.True(calendar.Covers(2027));
        Assert.False(calendar.IsWorking(new(2027, 1, 1)));
        Assert.False(calendar.IsWorking(new(2026, 1, 1)));
        Assert.True(calendar.IsWorking(new(2026, 1, 2)));
    }

    [Fact]
    public void A_year_whose_file_is_empty_is_not_known()
    {
        Write("CN/2027.csv", "");

        Assert.False(Calendars.Read(data).National.Covers(2027));
    }

    [Fact]
    public void A_regions_days_hold_in_it_and_below_it_only()
    {
        Write("6204/2025.csv", "2025-07-01,holiday,市庆");
        Write("620402/2025.csv", "2025-07-02,holiday,区庆\n2025-07-01,working,");
        var calendars = Calendars.Read(data);

        Assert.Equal((true, true), Working(calendars.For("500104000000")));
        Assert.Equal((false, true), Working(calendars.For("620422000000")));
        Assert.Equal((true, false), Working(calendars.For("620402001000")));
        Assert.Same(calendars.For("620402001000"), calendars.For("620402002000"));
        Assert.NotEqual(calendars.National.Version, calendars.For("620402001000").Version);

        static (bool, bool) Working(WorkCalendar calendar) => (calendar.IsWorking(new(2025, 7, 1)), calendar.IsWorking(new(2025, 7, 2)));
    }

    [Theory]
    [InlineData("2027-01-01,holiday,元旦\n2027-02-30,holiday,春节", ":3:")]
    [InlineData("2027-01-01,feast,元旦", "\"feast\" is no kind of day")]
    [InlineData("2026-01-01,holiday,元旦", "2026-01-01 is not of 2027")]
    [InlineData("2027-01-01", "date,kind,name is expected")]
    public void A_broken_file_is_refused_with_its_line_and_reason(string rows, string reason)
    {
        Write("CN/2027.csv", rows);

        var failure = Assert.Throws<InvalidDataException>(() => Calendars.Read(data));

        Assert.Contains("2027.csv:", failure.Message, StringComparison.Ordinal);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-31T10:00:00Z", 0)]
    [InlineData("2026-11-01T10:00:00Z", 2027)]
    [InlineData("2027-03-01T10:00:00Z", 2027)]
    public void The_years_not_known_are_listed_from_november_before(string now, int year) =>
        Assert.Equal(year == 0 ? [] : [year], Calendars.Read(data).Missing(DateTime.Parse(now, null, System.Globalization.DateTimeStyles.AdjustToUniversal)));

    private void Write(string file, string rows)
    {
        var path = Path.Combine(data, "calendar", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"date,kind,name\n{rows}\n");
    }
}
