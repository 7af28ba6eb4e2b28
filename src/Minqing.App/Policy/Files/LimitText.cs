using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.Files;

/// <summary>A time limit as people write it: <c>30 duty-minutes</c>, <c>3 working-days</c>.</summary>
internal static class LimitText
{
    public static Limit? Read(YamlPart part, string key, bool roundTheClock = false)
    {
        if (part.OptionalText(key) is not { } text)
        {
            part.Wrong($"{key} is missing.");
            return null;
        }

        if (text.Split(' ') is [var amount, var measure] && int.TryParse(amount, CultureInfo.InvariantCulture, out var number) && number > 0 && Kebab.Parse<Measure>(measure) is { } counted)
        {
            return new(number, counted, roundTheClock);
        }

        part.Wrong($"{key} must be an amount and one of {string.Join(", ", Enum.GetValues<Measure>().Select(m => m.Name()))}, such as 3 working-days.");
        return null;
    }
}
