namespace Minqing.Domain.Kernel;

/// <summary>How a time limit counts (D-01).</summary>
public enum Measure
{
    /// <summary>Minutes within the duty hours of every day (07:00–22:00 by default).</summary>
    DutyMinutes,

    /// <summary>Minutes within working hours of working days.</summary>
    WorkingMinutes,

    /// <summary>The n-th working day after the start day, at the day's end.</summary>
    WorkingDays,

    /// <summary>The end of the n-th day after the start day.</summary>
    NaturalDays,
}

/// <summary>A time limit: an amount in its measure. <paramref name="RoundTheClock"/> lets duty minutes count at night too; <paramref name="Roll"/> moves a natural day's end to the next working day.</summary>
public sealed record Limit(int Amount, Measure Measure, bool RoundTheClock = false, bool Roll = false);

/// <summary>When a running clock speaks up: at a share of its limit (percent), or so long after it was due; to which tier of the chain, 1 being the handler's own.</summary>
public sealed record Warning(int Tier, int? Percent = null, Limit? AfterDue = null);

/// <summary>The rule that a clock was started under, frozen on it: where it stands in which profile, and what it says.</summary>
/// <param name="Carried">Whether it is a limit of the law of another matter that went into this one.</param>
/// <param name="Named">Whether its day was named for the case alone, whatever the table says.</param>
public sealed record ClockRule(string Id, string Profile, string ProfileVersion, string CalendarVersion, Limit Limit, IReadOnlyList<Warning> Warnings, bool DailyAfter, bool? Named = null, bool? Carried = null)
{
    /// <summary>How many warnings are given by the time the limit is reached; those after it follow.</summary>
    internal int BeforeDue => Warnings.TakeWhile(w => w.AfterDue is null).Count();

    /// <summary>Who hears of the miss itself.</summary>
    internal int TierAtDue => Warnings.FirstOrDefault(w => w.Percent is null && w.AfterDue is null)?.Tier ?? 1;

    public bool Equals(ClockRule? other) =>
        other is not null && (Id, Profile, ProfileVersion, CalendarVersion, Limit, DailyAfter, Named, Carried) == (other.Id, other.Profile, other.ProfileVersion, other.CalendarVersion, other.Limit, other.DailyAfter, other.Named, other.Carried)
        && Warnings.SequenceEqual(other.Warnings);

    public override int GetHashCode() => HashCode.Combine(Id, ProfileVersion, CalendarVersion, Limit);
}
