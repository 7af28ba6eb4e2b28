using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Regions.Changing;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Moving;

/// <summary>
/// Regions moved: the open appeals there, their reports and turns, stand in the new tree from now on, so that whoever answers for the place finds them. What
/// had ended keeps the path of its time, and the journal keeps both. Runs in the transaction of the move, some at a time.
/// </summary>
public sealed class MoveOpenCases(MinqingDb db, TimeProvider clock)
{
    private const int RegionsAtOnce = 500;
    private const int CasesAtOnce = 100;

    public async Task RunAsync(IReadOnlyList<RegionMove> moves, CancellationToken ct)
    {
        foreach (var some in moves.Chunk(RegionsAtOnce))
        {
            var (from, to) = (some.Select(m => m.From).ToList(), some.ToDictionary(m => m.Region, m => m.To));
            var open = await db.Appeals.AsNoTracking().Open().Where(a => from.Contains(a.Path)).Select(a => new { a.Id, a.Region }).ToListAsync(ct);
            foreach (var batch in open.Where(a => to.ContainsKey(a.Region)).Chunk(CasesAtOnce))
                // Who takes a step in between keeps it: ours is made again on top of it.
                await db.RacedAsync(() => MoveAsync([.. batch.Select(a => (a.Id, to[a.Region]))], ct));
        }
    }

    private async Task<Done> MoveAsync(IReadOnlyList<(AppealId Id, string Path)> cases, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        foreach (var (id, path) in cases)
            (await AppealCase.LoadAsync(db, id, ct))?.MoveTo(path, new(Actor.Platform, clock.Now()));

        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return new();
    }
}
