using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Timing;

/// <summary>Somebody has seen which limits would move, and has them moved: those, and no others.</summary>
public sealed class ConfirmRecount(MinqingDb db, RuleBook rules, Leases leases, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, Guid id, CancellationToken ct) => db.RacedAsync<Result<Done>>(async () =>
    {
        if (RecountArea.Of(viewer) is not { } post)
        {
            return new NotForYou(Permission.RecountLimits);
        }

        if (await db.Recounts.FirstOrDefaultAsync(r => r.Id == id && r.Path == post.Path, ct) is not { } it)
        {
            return new NoSuchRecount();
        }

        // What was found out anew since took the place of this one, and of its lines.
        if (await db.Recounts.AnyAsync(r => r.Path == it.Path && r.AskedAt > it.AskedAt, ct))
        {
            return new RecountOutdated();
        }

        var now = clock.Now();
        if (it.Confirm(rules.For(it.Path), new(viewer.As(post), now)) is { } no)
        {
            return no;
        }

        db.Outbox.Add(CountAgain.Next(it, leases.Now, now));
        await db.SaveChangesAsync(ct);
        return default(Done);
    });
}

/// <summary>There is no such recount in one's area.</summary>
public sealed record NoSuchRecount : NotFound;
