using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Moving;

/// <summary>Appeals in which something is still to come, and changing many of them within the transaction of whoever moves their places.</summary>
public sealed class LiveCases(MinqingDb db, TimeProvider clock)
{
    private const int AtOnce = 100;

    /// <summary>Open ones, and settled ones whose promise is not proven yet.</summary>
    public IQueryable<Appeal> All => db.Appeals.AsNoTracking().Where(a =>
        !Appeal.Ends.Contains(a.Stage)
        || (a.Stage == Stage.Settled && db.Clocks.Any(c => c.SubjectId == (Guid)(object)a.Id && c.Kind == ClockKind.Promise && c.MetAt == null && c.EndedAt == null)));

    /// <summary>Changes each of them; a step that somebody takes meanwhile stands, and ours is made again on top of it. What moved is noted for the figures of then.</summary>
    public async Task ChangeAsync(IReadOnlyList<AppealId> ids, Func<AppealCase, By, Task> change, CancellationToken ct)
    {
        foreach (var batch in ids.Chunk(AtOnce))
        {
            await db.RacedAsync(() => ChangeAsync(batch, change, ct));
        }
    }

    /// <summary>Notes where an appeal went from and to, in the save that moves it.</summary>
    public static void Note(MinqingDb db, Appeal appeal)
    {
        foreach (var (moved, at) in appeal.Taken.SelectMany(s => s.Facts.OfType<AreaMoved>().Select(f => (f, s.By.At))))
        {
            db.AreaMoves.Add(new() { Id = Guid.CreateVersion7(), Appeal = appeal.Id, FromPath = moved.From, ToPath = moved.To, At = at });
        }
    }

    private async Task<Done> ChangeAsync(AppealId[] ids, Func<AppealCase, By, Task> change, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        foreach (var id in ids)
        {
            if (await AppealCase.LoadAsync(db, id, ct) is { } it)
            {
                await change(it, new(Actor.Platform, clock.Now()));
                Note(db, it.Appeal);
            }
        }

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return default;
    }
}
