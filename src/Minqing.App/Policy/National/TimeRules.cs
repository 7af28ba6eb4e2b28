using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.National;

/// <summary>How long things take.</summary>
internal static class TimeRules
{
    private const int Accepted = 15;
    private const int Answer = 60;
    private const int More = 30;

    private static readonly NationalRule Answered = new("《信访工作条例》第三十四条", "answered within 60 days");
    private static readonly NationalRule Longer = new("《信访工作条例》第三十四条", "lengthened once, by 30 days at most, with the reason told");
    private static readonly NationalRule Beside = new("《信访工作条例》第二十二、三十四条", "15 days to say whether it is accepted, 60 to answer, whatever a city promises");
    private static readonly NationalRule Objection = new("《信访工作条例》第二十三条", "an objection to a transfer within 5 working days");
    private static readonly NationalRule AtOnce = new("国办函〔2025〕66号", "what is urgent is passed on at once");
    private static readonly NationalRule Burden = new("《整治形式主义为基层减负若干规定》", "nobody is on call day and night for what can wait");

    public static IEnumerable<Touch> Of(Profile p)
    {
        foreach (var rule in p.Limits.Where(l => l.Kind is ClockKind.Handle or ClockKind.External))
        {
            if (Limits.Days(rule.Limit) is var days && days > Answer)
            {
                yield return new(rule, Answered, $"{rule.Id} allows {Limits.Say(rule.Limit)}, {days} days at least", false);
            }
        }

        var handling = p.Limits.Where(l => l.Kind == ClockKind.Handle).MaxBy(l => Limits.Days(l.Limit));
        if (handling is not null && Limits.Days(handling.Limit) <= Answer)
        {
            yield return new(handling, Answered, $"no limit for handling is longer than {Limits.Say(handling.Limit)}", true);
        }

        if (p.Extension is { Times: > 0 } more)
        {
            var most = Enum.GetValues<Grade>().Max(more.DaysFor);
            var days = Limits.OfWorkingDays(most);
            yield return new(more, Longer, $"extension: {more.Times} at most, of {most} working days", more.Times == 1 && days <= More);
        }

        foreach (var touch in Statutory(p).Concat(Urgent(p)))
        {
            yield return touch;
        }
    }

    private static IEnumerable<Touch> Statutory(Profile p)
    {
        var rows = p.Limits.Where(l => l.Kind == ClockKind.Statutory).ToList();
        if (rows.Count == 0)
        {
            yield return new(p.Limits, Beside, "no limit with the clock statutory runs beside the city's own", false);
        }

        foreach (var row in rows.Where(r => r.Until == StatutoryEnd.Objected))
        {
            yield return new(row, Objection, $"{row.Id} lets a unit object for {Limits.Say(row.Limit)}, whatever object-within says", row.Limit is { Measure: Measure.WorkingDays, Amount: 5 });
        }

        foreach (var row in rows.Where(r => r.Until != StatutoryEnd.Objected))
        {
            var most = row.Until == StatutoryEnd.Accepted ? Accepted : Answer;
            if (row.More is { } more)
            {
                yield return new(row, Longer, $"{row.Id} may be lengthened once, by {more.DaysAtMost} days", more.DaysAtMost <= More);
            }

            yield return new(row, Beside, $"{row.Id} runs beside the city's own limit until it is {row.Until.Name()}: {Limits.Say(row.Limit)}", Limits.Days(row.Limit) <= most);
        }
    }

    private static IEnumerable<Touch> Urgent(Profile p)
    {
        foreach (var rule in p.Limits.Where(l => l is { Kind: ClockKind.FirstCall, Limit.RoundTheClock: true, Urgency: null or Urgency.Normal }))
        {
            yield return new(rule, Burden, $"{rule.Id} counts round the clock for what is not urgent", false);
        }

        foreach (var urgency in p.HasFirstCall ? new[] { Urgency.Urgent, Urgency.LifeThreatening } : [])
        {
            var rule = p.RowFor(ClockKind.FirstCall, 1, p.Categories[0].Code, Grade.Ordinary, urgency);
            yield return new(rule, AtOnce, $"{rule?.Id} for what is {urgency.Name()} {(rule?.Limit.RoundTheClock == true ? "counts round the clock" : "waits for office hours")}", rule?.Limit.RoundTheClock == true);
        }
    }
}
