using Minqing.Domain.Kernel;

namespace Minqing.Domain.Policy;

/// <summary>How many SMS a person gets about work that can wait: at most so many a day, the digest among them (D-03).</summary>
/// <param name="ADay">Urgent ones come on top.</param>
/// <param name="DigestAt">When what was held back comes as one.</param>
public sealed record SmsRules(int ADay, TimeOnly DigestAt)
{
    /// <summary>What holds where a profile says nothing.</summary>
    public static SmsRules Default { get; } = new(8, new(8, 0));

    /// <summary>Those that may come one by one: a place is kept for the digest.</summary>
    public int Single => ADay - 1;

    /// <summary>The next time for a digest after an instant.</summary>
    public DateTime NextDigest(DateTime now)
    {
        var today = LocalTime.ToUtc(LocalTime.DayOf(now), DigestAt.ToTimeSpan());
        return now < today ? today : today.AddDays(1);
    }

    /// <summary>Whether people sleep: outside the hours in which the duty is manned.</summary>
    public static bool IsNight(DateTime now, Hours hours) =>
        LocalTime.Of(now).TimeOfDay is var time && (time < hours.Duty.From || time >= hours.Duty.Until);
}
