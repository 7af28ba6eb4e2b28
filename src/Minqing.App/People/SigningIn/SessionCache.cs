using System.Collections.Concurrent;

namespace Minqing.App.People.SigningIn;

/// <summary>Sessions that this node looked at within the last seconds. One ended here is gone at once; one ended elsewhere as soon as its time here is over.</summary>
public sealed class SessionCache
{
    private const int FreshFor = 2000;
    private const int AtMost = 20_000;

    private readonly ConcurrentDictionary<string, (OpenSession Session, long At)> known = new(StringComparer.Ordinal);
    private int round;

    /// <summary>Changes with every ending. Take it before reading the database.</summary>
    public int Round => Volatile.Read(ref round);

    // Real time that passed, even while the program's clock is made to stand still.
    public OpenSession? Find(string key) =>
        known.TryGetValue(key, out var found) && Environment.TickCount64 - found.At < FreshFor ? found.Session : null;

    /// <summary>Keeps what was read, unless some session was ended meanwhile.</summary>
    public void Keep(string key, OpenSession session, int readInRound)
    {
        if (known.Count > AtMost)
            known.Clear();
        known[key] = (session, Environment.TickCount64);
        if (readInRound != Round)
            known.TryRemove(key, out _);
    }

    /// <summary>A session was ended on this node: all are asked for again.</summary>
    public void Ended()
    {
        Interlocked.Increment(ref round);
        known.Clear();
    }
}
