using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Admin;

/// <summary>A city's rules as people say them.</summary>
public sealed class RuleWords(Profile profile)
{
    public IEnumerable<string> Chain => profile.Chain.OrderBy(t => t.No).Select(t => $"第 {t.No} 级（{AdminWords.Level(t.Level)}）：{string.Join('、', t.Roles.Select(AdminWords.Role))}");

    public IEnumerable<string> Levels => profile.Levels.OrderBy(l => l.No)
        .Select(l => Words.Say("admin.rule.level", ("No", l.No), ("Region", AdminWords.Level(l.Region)), ("Unit", AdminWords.Unit(l.Unit)), ("Checker", l.CheckedBy)));

    public IEnumerable<(string What, string Limit)> Limits => profile.Limits.Select(l => (What(l), l.Kind == ClockKind.Promise ? Words.Say("admin.rule.promise") : Of(l.Limit)));

    public IEnumerable<string> Warnings => profile.Warnings.Select(w => Words.Say(
        w.Percent is null ? "admin.rule.after-due" : "admin.rule.percent", ("Percent", w.Percent), ("After", w.AfterDue is { } after ? Of(after) : ""), ("Tier", w.Tier)));

    /// <summary>The lines of the duty list, each with what it is about, where it holds and who must solve it.</summary>
    public IEnumerable<DutyLine> Duties => profile.Duties.Duties.Select(d => new DutyLine(
        Names(d.Categories.Select(c => profile.CategoryOf(c).Name)), Names(d.Regions), Sought(d.Lead), Names(d.Co.Select(Sought)), d.Basis, d.Condition, d.Direct));

    /// <summary>The categories that no line names: the place's own.</summary>
    public string WithoutDuty => Names(profile.Categories.Where(c => !profile.Duties.Duties.Any(d => d.Categories.Contains(c.Code))).Select(c => c.Name));

    public string Duty => Span(profile.Hours.Duty);

    public string Office => string.Join('、', profile.Hours.Working.Select(Span));

    private string Sought(UnitSought unit) =>
        AdminWords.Level(unit.Level) + (unit.Field is { } field ? profile.Fields.First(f => f.Code == field).Name : "") + AdminWords.Unit(unit.Kind);

    private static string Names(IEnumerable<string> names) => string.Join('、', names);

    private static string Span(OpenHours hours) => $"{Hour(hours.From)}–{Hour(hours.Until)}";

    private string What(LimitRule rule)
    {
        string?[] parts =
        [
            Words.Say($"staff.clock.{rule.Kind.Name()}"),
            rule.Level is { } level && profile.Levels.FirstOrDefault(l => l.No == level) is { } at ? AdminWords.Level(at.Region) : null,
            rule.Category is { } category ? profile.CategoryOf(category).Name : null,
            rule.Urgency is { } urgency and not Urgency.Normal ? Words.Say($"staff.urgency.{urgency.Name()}") : null,
            rule.Grade is { } grade ? Words.Say($"staff.grade.{grade.Name()}") : null,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private string Of(Limit limit) => limit.Measure switch
    {
        Measure.DutyMinutes when limit.RoundTheClock => Words.Say("staff.measure.round-the-clock", ("Amount", Minutes(limit))),
        Measure.DutyMinutes => Words.Say("staff.measure.duty-minutes", ("Amount", Minutes(limit)), ("From", Hour(profile.Hours.Duty.From)), ("To", Hour(profile.Hours.Duty.Until))),
        Measure.WorkingMinutes => Words.Say("staff.measure.working-minutes", ("Amount", Minutes(limit))),
        Measure.WorkingDays => Words.Say("staff.measure.working-days", ("Amount", limit.Amount)),
        Measure.NaturalDays => Words.Say("staff.measure.natural-days", ("Amount", limit.Amount)),
    };

    private static string Minutes(Limit limit) => Spoken.Span(TimeSpan.FromMinutes(limit.Amount));

    private static string Hour(TimeSpan hour) => string.Create(CultureInfo.InvariantCulture, $"{(int)hour.TotalHours}:{hour.Minutes:00}");
}

/// <summary>One line of the duty list in words; <paramref name="Where"/> is empty where it holds everywhere.</summary>
public sealed record DutyLine(string What, string Where, string Lead, string Co, string Basis, string Condition, bool Direct);
