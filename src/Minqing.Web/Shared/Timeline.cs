namespace Minqing.Web.Shared;

/// <summary>The course of an appeal, drawn as a line with stops. Give the stops in the order of time.</summary>
public sealed record Timeline(IReadOnlyList<TimelineStop> Stops, bool NewestFirst = false)
{
    /// <summary>A wait worth a word.</summary>
    public static readonly TimeSpan LongWait = TimeSpan.FromHours(12);

    /// <summary>The stops in the order shown, each with the long wait between it and the one shown after it.</summary>
    public IEnumerable<(TimelineStop Stop, TimeSpan? Wait)> Shown =>
        NewestFirst
            ? Stops.Select((stop, i) => (stop, i > 0 ? Wait(Stops[i - 1], stop) : null)).Reverse()
            : Stops.Select((stop, i) => (stop, i + 1 < Stops.Count ? Wait(stop, Stops[i + 1]) : null));

    private static TimeSpan? Wait(TimelineStop from, TimelineStop to) => to.State != StopState.Next && to.At - from.At >= LongWait ? to.At - from.At : null;
}

/// <summary>One stop: when, what happened (plain words), who by post, what was said, pictures, addresses of voice clips. <paramref name="At"/> of a stop to come is when it is due.</summary>
public sealed record TimelineStop(DateTime At, string What, string? Who = null, string? Said = null, IReadOnlyList<Picture>? Pictures = null, StopState State = StopState.Done, IReadOnlyList<string>? Voices = null);

/// <summary>A picture with its small preview and the words for who cannot see it.</summary>
public sealed record Picture(string Href, string Preview, string Words);

/// <summary>Behind us, here, or ahead.</summary>
public enum StopState
{
    Done,
    Now,
    Next,
}
