using System.Collections.Concurrent;
using Minqing.App.Kernel;

namespace Minqing.App.People.SigningIn;

/// <summary>How often this node lets one place try: per account, and for all accounts together. Only failures count.</summary>
public sealed class SignInLimits(TimeProvider clock)
{
    private const int PerAccount = 10;
    private const int PerAddress = 300;
    private const int AtMost = 100_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTime Since, int Count)> counts = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt; how long to wait when it is one too many.</summary>
    public TimeSpan? Enter(string account, string address)
    {
        if (counts.Count > AtMost)
            counts.Clear();
        return Count($"{address} {account}", PerAccount) ?? Count(address, PerAddress);
    }

    /// <summary>The attempt was right: it does not count.</summary>
    public void Forgive(string account, string address)
    {
        counts.TryRemove($"{address} {account}", out _);
        counts.AddOrUpdate(address, (clock.Now(), 0), (_, old) => (old.Since, Math.Max(0, old.Count - 1)));
    }

    private TimeSpan? Count(string key, int most)
    {
        var now = clock.Now();
        var (since, count) = counts.AddOrUpdate(key, (now, 1), (_, old) => old.Since + Window <= now || old.Since > now ? (now, 1) : (old.Since, old.Count + 1));
        return count <= most ? null : since + Window - now;
    }
}
