using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Timing;

/// <summary>Counts the open limits again by calendar and rules as they stand now: shows what would move, or moves it. Only when somebody asks (D-06).</summary>
public sealed class RecomputeLimits(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <param name="apply">False for a preview, which changes nothing.</param>
    public async Task<Recomputed> RunAsync(bool apply, CancellationToken ct)
    {
        var open = await db.Appeals.AsNoTracking().Open().Select(a => a.Id).ToListAsync(ct);
        var moved = new List<MovedLimit>();
        foreach (var batch in open.Chunk(AtOnce))
        {
            // Who takes a step in between keeps it: ours is made again on top of it.
            moved.AddRange(await db.RacedAsync(() => BatchAsync(batch, apply, ct)));
            db.ChangeTracker.Clear();
        }

        return new(open.Count, moved);
    }

    private async Task<IReadOnlyList<MovedLimit>> BatchAsync(IReadOnlyList<AppealId> appeals, bool apply, CancellationToken ct)
    {
        var (moved, by) = (new List<MovedLimit>(), new By(Actor.Platform, clock.Now()));
        foreach (var id in appeals)
        {
            if (await AppealCase.LoadAsync(db, id, ct) is { } it)
            {
                var now = rules.For(it.Appeal.Path);
                moved.AddRange(Movable.Of(it, now, by.At).Select(m => new MovedLimit(m.Number, m.Clock.Kind, m.Clock.DueAt, m.To)));
                if (apply)
                {
                    Movable.Move(it, now, by);
                }
            }
        }

        await db.SaveChangesAsync(ct);
        return moved;
    }
}

/// <summary>How many appeals are open, and which of their limits move.</summary>
public sealed record Recomputed(int Open, IReadOnlyList<MovedLimit> Moved);

/// <summary>A limit that moves, with the number of the report whose first call it is, or that the appeal began with.</summary>
public sealed record MovedLimit(string Number, ClockKind Kind, DateTime From, DateTime To);
