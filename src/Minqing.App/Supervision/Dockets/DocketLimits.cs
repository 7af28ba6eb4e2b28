using Minqing.App.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The limits of dockets: a day that was named, or for advice what the profile says.</summary>
public sealed class DocketLimits(RuleBook rules)
{
    private static readonly Limit Advice = new(10, Measure.WorkingDays);

    public Result<DocketLimit> Until(string path, DateOnly? day, DateTime now)
    {
        if (day is not { } last)
        {
            return new Missing("until");
        }

        var days = last.DayNumber - LocalTime.DayOf(now).DayNumber;
        return days is < 1 or > 1100 ? new LimitNotUsable() : Of(path, "named-day", new(days, Measure.NaturalDays));
    }

    public DocketLimit ForAdvice(string path) =>
        rules.For(path).Profile.Limits.FirstOrDefault(l => l.Kind == ClockKind.AdviceAnswer) is { } row ? Of(path, row.Id, row.Limit) : Of(path, "advice-answer", Advice);

    private DocketLimit Of(string path, string id, Limit limit)
    {
        var rule = rules.For(path);
        return new(new(id, rule.Profile.Id, rule.Profile.Version, rule.Timetable.Version, limit, rule.Profile.Warnings, DailyAfter: false), rule.Timetable);
    }
}
