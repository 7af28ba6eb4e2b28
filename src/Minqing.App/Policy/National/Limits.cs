using System.Globalization;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy.National;

/// <summary>Limits of a profile against those of a law, which counts days of the calendar.</summary>
internal static class Limits
{
    /// <summary>How many days of the calendar a limit takes without holidays, at least.</summary>
    public static int Days(Limit limit) => limit.Measure switch
    {
        Measure.DutyMinutes or Measure.WorkingMinutes => (limit.Amount / (24 * 60)) + 1,
        Measure.WorkingDays => OfWorkingDays(limit.Amount),
        Measure.NaturalDays => limit.Amount,
    };

    /// <summary>Five working days are a week.</summary>
    public static int OfWorkingDays(int days) => (days / 5 * 7) + (days % 5);

    /// <summary>As a profile writes it.</summary>
    public static string Say(Limit limit) => limit is { Amount: 0, Measure: Measure.WorkingDays }
        ? "same working-day"
        : $"{limit.Amount.ToString(CultureInfo.InvariantCulture)} {limit.Measure.Name()}{(limit.RoundTheClock ? ", round the clock" : "")}";
}
