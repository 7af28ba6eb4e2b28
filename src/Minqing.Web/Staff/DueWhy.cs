using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>A clock with the answer to "why is it due then?": the limit, where it began to count, what was left out.</summary>
public sealed record DueWhy(Clock Clock, string Name, IReadOnlyList<string> Reasons)
{
    public static DueWhy Of(Clock clock, Rules rules, DateTime now)
    {
        var why = rules.Timetable.Explain(clock.StartAt, clock.Rule.Limit);
        List<string> reasons =
        [
            .. ClockWords.LawOf(clock, rules.Profile)?.Basis is { } basis ? [Words.Say("staff.why.statutory", ("Basis", basis))] : (string[])[],
            Words.Say("staff.why.begins", ("At", Spoken.At(why.Begins, now))),
            LimitWords.Of(why.Limit, rules.Timetable.Hours),
        ];
        if (why.LeftOut.Count > 0)
        {
            reasons.Add(Words.Say("staff.why.left-out", ("Days", Days(why.LeftOut))));
        }

        if (why.MadeUp.Count > 0)
        {
            reasons.Add(Words.Say("staff.why.made-up", ("Days", Days(why.MadeUp))));
        }

        if (why.YearsWithoutData.Count > 0)
        {
            reasons.Add(Words.Say("staff.why.no-data", ("Years", why.YearsWithoutData)));
        }

        reasons.AddRange(clock.Changes.Select(c => Change(c, clock, now)));
        return new(clock, ClockWords.Of(clock, rules.Profile), reasons);
    }

    // How it came to be due then: each extension, each time it stood still, each new rule.
    private static string Change(ClockChange change, Clock clock, DateTime now) => change.Kind switch
    {
        ClockChangeKind.Extended => Words.Say("staff.why.extended", ("At", Spoken.At(change.At, now)), ("Before", Spoken.At(change.DueBefore, now))),
        ClockChangeKind.Ruled => Words.Say("staff.why.ruled", ("At", Spoken.At(change.At, now)), ("Before", Spoken.At(change.DueBefore, now))),
        ClockChangeKind.Stopped => Words.Say(
            change.EndedAt is null ? "staff.why.standing" : "staff.why.stopped",
            ("Reason", Words.Say($"staff.suspend.{change.Reason}")), ("From", Spoken.At(change.At, now)), ("To", Spoken.At(change.EndedAt ?? clock.WakeAt ?? now, now))),
    };

    private static string Days(IReadOnlyList<CalendarDay> days) =>
        string.Join('、', days.Select(d => $"{d.Date.Month} 月 {d.Date.Day} 日（{(d.Name.Length > 0 ? d.Name : Words.Say("staff.why.weekend"))}）"));
}
