namespace Minqing.Domain.Kernel;

/// <summary>The hours of a profile: when the duty is manned, every day; when offices work, on working days; where a working day ends for a limit.</summary>
public sealed record Hours
{
    /// <param name="working">At least one stretch, in order, none overlapping.</param>
    public Hours(OpenHours duty, IReadOnlyList<OpenHours> working, DayEnds dayEnds)
    {
        if (working.Count == 0 || working.Zip(working.Skip(1)).Any(pair => pair.First.Until > pair.Second.From))
        {
            throw new ArgumentException("Working hours need at least one stretch, in order, none overlapping.", nameof(working));
        }

        (Duty, Working, DayEnds) = (duty, working, dayEnds);
    }

    /// <summary>What holds where a profile says nothing.</summary>
    public static Hours Default { get; } = new(
        new(new(7, 0), new(22, 0)),
        [new(new(8, 30), new(12, 0)), new(new(14, 30), new(18, 0))],
        DayEnds.Midnight);

    public OpenHours Duty { get; }

    public IReadOnlyList<OpenHours> Working { get; }

    public DayEnds DayEnds { get; }

    /// <summary>How far into a working day its end for a limit lies.</summary>
    public TimeSpan DayEnd => DayEnds switch
    {
        DayEnds.Midnight => OpenHours.LastMillisecond,
        DayEnds.CloseOfBusiness => Working[^1].Until,
    };
}

/// <summary>A stretch of a day. To 00:00 means to midnight.</summary>
public readonly record struct OpenHours
{
    /// <summary>The last whole millisecond of a day.</summary>
    public static readonly TimeSpan LastMillisecond = TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1);

    public OpenHours(TimeOnly from, TimeOnly to)
    {
        (From, Until) = (from.ToTimeSpan(), to == TimeOnly.MinValue ? TimeSpan.FromDays(1) : to.ToTimeSpan());
        if (From >= Until)
        {
            throw new ArgumentException($"Hours from {from:HH:mm} to {to:HH:mm} are none.", nameof(to));
        }
    }

    public TimeSpan From { get; }

    public TimeSpan Until { get; }
}

/// <summary>Where the last working day of a limit ends.</summary>
public enum DayEnds
{
    /// <summary>23:59:59.999.</summary>
    Midnight,

    /// <summary>When the offices close.</summary>
    CloseOfBusiness,
}
