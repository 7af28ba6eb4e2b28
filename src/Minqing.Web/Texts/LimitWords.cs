using System.Globalization;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;

namespace Minqing.Web.Texts;

/// <summary>A limit, and the rule that gives it, in words.</summary>
public static class LimitWords
{
    public static string Of(Limit limit, Hours hours) => limit.Measure switch
    {
        Measure.DutyMinutes when limit.RoundTheClock => Words.Say("staff.measure.round-the-clock", ("Amount", Spoken.Span(TimeSpan.FromMinutes(limit.Amount)))),
        Measure.DutyMinutes => Words.Say("staff.measure.duty-minutes", ("Amount", Spoken.Span(TimeSpan.FromMinutes(limit.Amount))), ("From", Hour(hours.Duty.From)), ("To", Hour(hours.Duty.Until))),
        Measure.WorkingMinutes => Words.Say("staff.measure.working-minutes", ("Amount", Spoken.Span(TimeSpan.FromMinutes(limit.Amount)))),
        Measure.WorkingDays => Words.Say("staff.measure.working-days", ("Amount", limit.Amount)),
        Measure.NaturalDays => Words.Say("staff.measure.natural-days", ("Amount", limit.Amount)),
    };

    /// <summary>How long a clock has, and for what that is so: as far as the profile still has the row.</summary>
    public static string Of(Clock clock, Rules rules)
    {
        var row = rules.Profile.Limits.FirstOrDefault(l => l.Id == clock.Rule.Id);
        string[] fits =
        [
            .. row?.Level is { } level && rules.Profile.Levels.FirstOrDefault(l => l.No == level) is { } at ? [Words.Say("staff.rule.level", ("Level", Words.Say($"staff.level.{at.Region.Name()}")))] : Array.Empty<string>(),
            .. row?.Category is { } category ? [rules.Profile.CategoryOf(category).Name] : Array.Empty<string>(),
            .. row?.Grade is { } grade ? [Words.Say($"staff.grade.{grade.Name()}")] : Array.Empty<string>(),
            .. row?.Urgency is { } urgency ? [Words.Say($"staff.urgency.{urgency.Name()}")] : Array.Empty<string>(),
            .. row?.Basis is { } basis ? [basis] : Array.Empty<string>(),
        ];
        return fits.Length == 0 ? Of(clock.Rule.Limit, rules.Timetable.Hours) : Words.Say("staff.rule.fits", ("Limit", Of(clock.Rule.Limit, rules.Timetable.Hours)), ("Fits", string.Join("、", fits)));
    }

    private static string Hour(TimeSpan hour) => string.Create(CultureInfo.InvariantCulture, $"{(int)hour.TotalHours}:{hour.Minutes:00}");
}
