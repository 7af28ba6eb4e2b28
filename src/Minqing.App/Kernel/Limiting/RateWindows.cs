using System.Collections.Concurrent;
using Minqing.Domain.Kernel;

namespace Minqing.App.Kernel.Limiting;

/// <summary>Counts per key within ten minutes, on this node. Bounded: when too many keys are known, the oldest windows go first.</summary>
public sealed class RateWindows(TimeProvider clock)
{
    private const int AtMost = 200_000;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Window> windows = new();

    /// <summary>Counts one; says how long to wait when that was one too many.</summary>
    public Problem? Take(string key, int limit)
    {
        var window = Of(key);
        return Interlocked.Increment(ref window.Count) > limit ? new TooManyRequests(Left(window)) : null;
    }

    /// <summary>Lets what passed once pass again: a retry is no second piece of work. What was refused is asked anew.</summary>
    public Problem? Once(string key, Func<Problem?> take)
    {
        var window = Of(key);
        lock (window)
        {
            var no = window.Count > 0 ? null : take();
            window.Count = no is null ? 1 : 0;
            return no;
        }
    }

    /// <summary>Whether the limit is reached, without counting.</summary>
    public Problem? Full(string key, int limit) => Of(key) is var window && Volatile.Read(ref window.Count) >= limit ? new TooManyRequests(Left(window)) : null;

    private Window Of(string key)
    {
        var now = clock.Now();
        if (windows.Count > AtMost)
        {
            foreach (var (old, window) in windows.Where(w => now - w.Value.Since >= Length || windows.Count > AtMost * 2))
            {
                windows.TryRemove(new(old, window));
            }
        }

        return windows.AddOrUpdate(key, _ => new(now), (_, known) => now - known.Since >= Length || now < known.Since ? new(now) : known);
    }

    private TimeSpan Left(Window window) => window.Since + Length - clock.Now();

    private sealed class Window(DateTime since)
    {
        public int Count;

        public DateTime Since { get; } = since;
    }
}

/// <summary>More than one sender may do in ten minutes.</summary>
public sealed record TooManyRequests(TimeSpan Wait) : TooMany(Wait);
