using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.People;

/// <summary>What intake and every request ask again and again about people, kept until the stamps say that something changed.</summary>
/// <remarks>A change made here counts at once; one made by another node within a second.</remarks>
public sealed class PeopleCache(TimeProvider clock)
{
    private const int StampIsFresh = 1000;
    private const int PlacesAtMost = 50_000;

    private volatile Copy current = new("", null);

    /// <summary>The copy that is right now. Take it before reading what will be put into it.</summary>
    public async ValueTask<Copy> NowAsync(MinqingDb db, CancellationToken ct)
    {
        var copy = current;
        // Real time that passed, even while the program's clock is made to stand still.
        if (Environment.TickCount64 - copy.CheckedAt < StampIsFresh && !Over(copy))
            return copy;

        var checkedAt = Environment.TickCount64;
        var stamps = await db.Stamps.AsNoTracking().OrderBy(s => s.Name).Select(s => s.Value).ToListAsync(ct);
        var stamp = string.Concat(stamps);
        if (copy.Stamp != stamp || copy.Places.Count > PlacesAtMost || Over(copy))
            current = copy = new(stamp, await NextChangeAsync(db, ct));
        copy.CheckedAt = checkedAt;
        return copy;
    }

    // Somebody went away or came back since it was read, or the clock was set back.
    private bool Over(Copy copy) => copy.Until is { } until && clock.Now() >= until;

    private async Task<DateTime?> NextChangeAsync(MinqingDb db, CancellationToken ct)
    {
        var now = clock.Now();
        var coming = db.Posts.AsNoTracking().SelectMany(p => p.StandIns).Where(s => s.Until > now);
        return await coming.MinAsync(s => (DateTime?)(s.Since > now ? s.Since : s.Until), ct);
    }

    /// <summary>Something was changed by this process: look at the stamps before the next answer.</summary>
    public void Changed() => current.CheckedAt = long.MinValue / 2;

    /// <summary>What was read under one value of the stamps.</summary>
    public sealed class Copy(string stamp, DateTime? until)
    {
        private long checkedAt = long.MinValue / 2;

        internal string Stamp { get; } = stamp;

        /// <summary>When the next stand-in begins or ends.</summary>
        internal DateTime? Until { get; } = until;

        internal long CheckedAt
        {
            get => Volatile.Read(ref checkedAt);
            set => Volatile.Write(ref checkedAt, value);
        }

        internal ConcurrentDictionary<string, Responsibility> Places { get; } = new(StringComparer.Ordinal);

        internal ConcurrentDictionary<PersonId, IReadOnlyList<HeldPost>> Posts { get; } = new();
    }
}
