using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>A time limit as people write it: <c>30 duty-minutes</c>, <c>3 working-days</c>, <c>same working-day</c>.</summary>
internal static class LimitText
{
    private const string SameDay = "same working-day";

    // A leap year of minutes: more is a slip of the hand.
    private const int Most = 366 * 24 * 60;

    public static Limit Read(YamlPart part, string key, bool roundTheClock = false)
    {
        var text = part.Text(key);
        if (text == SameDay)
        {
            return new(0, Measure.WorkingDays);
        }

        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var amount, var measure]
            && int.TryParse(amount, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Most && Kebab.Parse<Measure>(measure) is { } counted)
        {
            if (roundTheClock && counted != Measure.DutyMinutes)
            {
                part.Wrong("Only duty-minutes can count round the clock.", key);
            }

            return new(number, counted, roundTheClock);
        }

        if (text.Length > 0)
        {
            var names = Enum.GetValues<Measure>().Select(m => m.Name()).ToList();
            part.Wrong($"{key} must be an amount and one of {string.Join(", ", names)}, such as 3 working-days.{(names.Contains(text.Split(' ')[^1]) ? "" : Nearest.Hint(text.Split(' ')[^1], names))}", key);
        }

        return new(1, Measure.WorkingDays);
    }
}
