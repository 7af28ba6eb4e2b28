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

    /// <summary>The lines of the duty list, each with what it is about, where it holds, who must solve it, by when and how it is answered.</summary>
    public IEnumerable<DutyLine> Duties => profile.Duties.Duties.Select(d => new DutyLine(
        Names(d.Categories.Select(c => profile.CategoryOf(c).Name)), Names(d.Regions), Sought(d.Lead), Names(d.Co.Select(Sought)), Within(d), d.Basis, d.Condition, Shown(d), d.Direct, d.Assumed));

    /// <summary>How many of them the place has to confirm.</summary>
    public int DutiesAssumed => profile.Duties.Duties.Count(d => d.Assumed);

    /// <summary>The categories that no line names: the place's own.</summary>
    public string WithoutDuty => Names(profile.Categories.Where(c => !profile.Duties.Duties.Any(d => d.Categories.Contains(c.Code))).Select(c => c.Name));

    public string Duty => Span(profile.Hours.Duty);

    public string Office => string.Join('、', profile.Hours.Working.Select(Span));

    private string Sought(UnitSought unit) =>
        unit.Kind == UnitKind.Village ? AdminWords.Unit(unit.Kind) : AdminWords.Level(unit.Level) + (unit.Field is { } field ? profile.Fields.First(f => f.Code == field).Name : "") + AdminWords.Unit(unit.Kind);

    // By the lead's level; apart where the categories of one line have different limits.
    private string Within(Duty duty)
    {
        var level = profile.Levels.FirstOrDefault(l => l.Region == duty.Lead.Level) ?? profile.Levels[^1];
        var limits = duty.Categories.Select(profile.CategoryOf).GroupBy(c => profile.RowFor(ClockKind.Handle, level.No, c.Code, level.Grade, c.Urgency) is { } row ? Of(row.Limit) : "").ToList();
        return limits.Count == 1 ? limits[0].Key : string.Join('；', limits.Select(l => Words.Say("admin.rule.duty-limit", ("Limit", l.Key), ("Categories", Names(l.Select(c => c.Name))))));
    }

    // What the lead must show with the result, and how it is worded.
    private string Shown(Duty duty) => string.Join('；',
    [
        .. duty.Categories.Max(c => profile.CategoryOf(c).Evidence) is var photos and > 0 ? [Words.Say("admin.rule.duty-photos", ("Photos", photos))] : Array.Empty<string>(),
        .. profile.Templates.FirstOrDefault(t => t.Id == duty.Reply) is { } reply ? [Words.Say("admin.rule.duty-reply", ("Title", reply.Title))] : Array.Empty<string>(),
    ]);

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
/// <param name="Within">The limit of the lead.</param>
/// <param name="Shown">What must be shown with the result, and what its standard wording is called.</param>
/// <param name="Assumed">Whether the place has to confirm the lead.</param>
public sealed record DutyLine(string What, string Where, string Lead, string Co, string Within, string Basis, string Condition, string Shown, bool Direct, bool Assumed);
