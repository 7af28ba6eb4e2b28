using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Commending;

/// <summary>A unit is no longer put forward, for a reason that stays in the journal.</summary>
public sealed class TakeBackNomination(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    public Task<Result<Done>> RunAsync(Viewer viewer, CommendationId id, string? reason, CancellationToken ct) => db.RacedAsync(() => OnceAsync(viewer, id, reason, ct));

    private async Task<Result<Done>> OnceAsync(Viewer viewer, CommendationId id, string? reason, CancellationToken ct)
    {
        if (await db.Commendations.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } it
            || viewer.Posts.FirstOrDefault(p => it.Path.StartsWith(p.Path, StringComparison.Ordinal) && rules.For(p.Path).Profile.CommendedBy.Contains(p.Role)) is not { } post)
        {
            return new NoSuchNomination();
        }

        var why = Writing.Required(reason, "reason", 500);
        if ((why.Problem ?? it.TakeBack(why.Value, new(viewer.As(post), clock.Now()))) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(ct);
        return default(Done);
    }
}
