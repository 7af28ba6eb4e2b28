using System.Globalization;
using Minqing.Domain.Kernel;

namespace Minqing.App.Policy.Files;

/// <summary>Reads when the duty is manned and the offices work.</summary>
internal static class HoursReader
{
    public static Hours Read(YamlPart part)
    {
        var duty = Stretch(part, "duty-from", "duty-to");
        var working = part.List("working", (p, _) => p.Makes<object>(Stretch(p, "from", "to") ?? (object)"none")).OfType<OpenHours>().ToList();
        var ends = part.Code<DayEnds>("day-ends");
        if (working.Count == 0 || working.Zip(working.Skip(1)).Any(pair => pair.First.Until > pair.Second.From))
        {
            part.Wrong("working needs stretches of hours in order, none overlapping.", "working");
            return Hours.Default;
        }

        return part.Makes(new Hours(duty ?? Hours.Default.Duty, working, ends));
    }

    private static OpenHours? Stretch(YamlPart part, string fromKey, string toKey)
    {
        var (from, to) = (Time(part, fromKey), Time(part, toKey));
        if (from is null || to is null)
        {
            return null;
        }

        if (to != TimeOnly.MinValue && from >= to)
        {
            part.Wrong($"{fromKey} must be before {toKey}.", toKey);
            return null;
        }

        return new(from.Value, to.Value);
    }

    private static TimeOnly? Time(YamlPart part, string key)
    {
        var text = part.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        if (text.Length > 0)
        {
            part.Wrong($"{key} must be a time of day such as 08:30.", key);
        }

        return null;
    }
}
