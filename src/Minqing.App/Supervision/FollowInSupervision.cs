using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision;

/// <summary>Regions moved, or units and posts have others in their place: what supervision has going on follows (O-09). Runs in the transaction of the change.</summary>
public sealed class FollowInSupervision(MinqingDb db, TimeProvider clock)
{
    private const int Paths = 500;

    /// <param name="areas">The paths, as they were, of the regions in which something changed.</param>
    public async Task RunAsync(Succession succession, IReadOnlyList<string> areas, CancellationToken ct)
    {
        foreach (var some in areas.Count == 0 ? [[]] : areas.Chunk(Paths))
        {
            db.ChangeTracker.Clear();
            await DocketsAsync(succession, some, ct);
            await InstructionsAsync(succession, some, ct);
            await db.SaveChangesAsync(ct);
        }

        db.ChangeTracker.Clear();
    }

    private async Task DocketsAsync(Succession succession, IReadOnlyList<string> areas, CancellationToken ct)
    {
        var units = succession.Units.Keys.ToList();
        var maybe = units.ConvertAll(u => (UnitId?)u);
        var dockets = await db.Dockets.AsSplitQuery()
            .Where(d => d.EndedAt == null && (areas.Contains(d.Path) || maybe.Contains(d.OwnerUnit) || d.Tasks.Any(t => t.DoneAt == null && units.Contains(t.Unit)))).ToListAsync(ct);
        var ids = dockets.ConvertAll(d => d.Id.Value);
        var clocks = (await db.Clocks.Where(c => ids.Contains(c.SubjectId)).ToListAsync(ct)).ToLookup(c => c.SubjectId);
        foreach (var docket in dockets)
        {
            docket.Attach(clocks[docket.Id.Value]);
            if (areas.Contains(docket.Path) && await db.TodayAsync(docket.Region, ct) is { } region)
            {
                docket.MoveTo(region.Id, region.Path, By);
            }

            docket.Succeed(succession, By);
        }
    }

    private async Task InstructionsAsync(Succession succession, IReadOnlyList<string> areas, CancellationToken ct)
    {
        var (units, posts) = (succession.Units.Keys.Select(u => (UnitId?)u).ToList(), succession.Posts.Keys.Select(p => (PostId?)p).ToList());
        var found = await db.Instructions
            .Where(i => i.State != InstructionState.Done && (areas.Contains(i.Path) || units.Contains(i.ToUnit) || posts.Contains(i.ToPost))).ToListAsync(ct);
        var ids = found.ConvertAll(i => i.Id.Value);
        var clocks = (await db.Clocks.Where(c => ids.Contains(c.SubjectId)).ToListAsync(ct)).ToLookup(c => c.SubjectId);
        var turns = (await db.Turns.Where(t => ids.Contains(t.SubjectId)).ToListAsync(ct)).ToLookup(t => t.SubjectId);
        foreach (var instruction in found)
        {
            instruction.Attach(clocks[instruction.Id.Value]);
            instruction.Attach(turns[instruction.Id.Value]);
            var path = await db.Appeals.AsNoTracking().Where(a => a.Id == instruction.Appeal).Select(a => a.Path).FirstAsync(ct);
            instruction.Succeed(succession, path, By);
        }
    }

    private By By => new(Actor.Platform, clock.Now());
}
