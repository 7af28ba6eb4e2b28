using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Who does the work of a unit now: its holders, and those who stand in for them.</summary>
public sealed class UnitWorkers(MinqingDb db, TimeProvider clock)
{
    public async Task<IEnumerable<Recipient>> OfAsync(UnitId unit, CancellationToken ct) =>
        (await db.PeopleAsync(db.Posts.Where(p => p.Unit == unit), clock.Now(), ct))
        .Where(p => Permissions.Of(p.Role).Any(g => g.Permission == Permission.FinishOrder)).Select(p => p.Told).DistinctBy(r => r.Person);
}
