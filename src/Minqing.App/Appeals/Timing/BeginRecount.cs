using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Timing;

/// <summary>Begins to find out which open limits of one's area calendar and rules as they stand now would move. Nothing is changed by it (D-06).</summary>
public sealed class BeginRecount(MinqingDb db, RuleBook rules, Leases leases, TimeProvider clock)
{
    public Task<Result<Guid>> RunAsync(Viewer viewer, CancellationToken ct) => db.RacedAsync(() => OnceAsync(viewer, ct));

    private async Task<Result<Guid>> OnceAsync(Viewer viewer, CancellationToken ct)
    {
        if (RecountArea.Of(viewer) is not { } post)
        {
            return new NotForYou(Permission.RecountLimits);
        }

        var now = clock.Now();
        if (await db.Recounts.FirstOrDefaultAsync(r => r.Path == post.Path && r.DoneAt == null, ct) is { } running)
        {
            if (await CountAgain.GoesOnAsync(db, running, ct))
            {
                return new RecountRuns();
            }

            running.Abandon(now);
        }

        var path = post.Path;
        var open = await db.Appeals.Open().Under(a => a.Path, new RegionPath(path)).CountAsync(ct);
        var made = Recount.Look(Guid.CreateVersion7(), path, open, rules.For(path), new(viewer.As(post), now));
        db.Add(made);
        db.Outbox.Add(CountAgain.Next(made, leases.Now, now));
        await db.SaveChangesAsync(ct);
        // What was only looked at before and moved by nobody is not needed any more.
        var unused = db.Recounts.Where(r => r.Path == path && r.Stage == RecountStage.Looked).Select(r => r.Id);
        await db.RecountMoves.Where(m => unused.Contains(m.Recount)).ExecuteDeleteAsync(ct);
        return made.Id;
    }
}

/// <summary>One is running in this area already.</summary>
public sealed record RecountRuns : NotPossible;
