namespace Minqing.Web.Shared;

/// <summary>The course of an appeal, drawn as a line with stops. Give the stops in the order of time.</summary>
public sealed record Timeline(IReadOnlyList<TimelineStop> Stops, bool NewestFirst = false)
{
    /// <summary>A wait worth a word.</summary>
    public static readonly TimeSpan LongWait = TimeSpan.FromHours(12);

    public IEnumerable<(TimelineStop Stop, TimeSpan? Wait)> Shown
    {
        get
        {
            var pairs = Stops.Select((stop, i) => (stop, i + 1 < Stops.Count && Stops[i + 1].State != StopState.Next && Stops[i + 1].At - stop.At is var wait && wait >= LongWait ? wait : (TimeSpan?)null));
            return NewestFirst ? pairs.Reverse() : pairs;
        }
    }
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
