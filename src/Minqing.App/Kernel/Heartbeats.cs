using System.Collections.Concurrent;
using System.Diagnostics;

namespace Minqing.App.Kernel;

/// <summary>Whether the loops of this process turn: each says so at every round; one that is silent for longer than it promised is named.</summary>
public sealed class Heartbeats
{
    /// <summary>The longest a healthy loop works on one batch.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Real time on purpose: a demonstration's clock may stand still, a loop must not.
    private readonly ConcurrentDictionary<string, (long At, TimeSpan Promise)> beats = new(StringComparer.Ordinal);

    /// <summary>"I turn, and will say so again within <paramref name="promise"/>."</summary>
    public void Beat(string loop, TimeSpan promise) => beats[loop] = (Stopwatch.GetTimestamp(), promise);

    /// <summary>The loop has ended as it was asked to.</summary>
    public void End(string loop) => beats.TryRemove(loop, out _);

    public IReadOnlyList<string> Silent() =>
        [.. beats.Where(b => Stopwatch.GetElapsedTime(b.Value.At) > b.Value.Promise).Select(b => b.Key).Order(StringComparer.Ordinal)];

    /// <summary>Every loop of this process, and how long ago it said so.</summary>
    public IReadOnlyList<Heartbeat> All() =>
        [.. beats.Select(b => new Heartbeat(b.Key, Stopwatch.GetElapsedTime(b.Value.At), Stopwatch.GetElapsedTime(b.Value.At) > b.Value.Promise)).OrderBy(b => b.Loop, StringComparer.Ordinal)];
}

/// <summary>A loop's last sign of life.</summary>
public sealed record Heartbeat(string Loop, TimeSpan Ago, bool Silent);
