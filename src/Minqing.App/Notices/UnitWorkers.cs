using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Who does the work of a unit now: its holders, and those who stand in for them.</summary>
public sealed class UnitWorkers(MinqingDb db, TimeProvider clock)
{
    public async Task<IEnumerable<Recipient>> OfAsync(UnitId unit, CancellationToken ct)
    {
        var now = clock.Now();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where post.Unit == unit && post.Until == null && post.Holder != null
            join person in db.Persons on post.Holder equals person.Id
            select new { post.Role, Told = new Recipient(person.Id, person.Phone != null) }).ToListAsync(ct);
        var standIns = await (
            from post in db.Posts.AsNoTracking()
            where post.Unit == unit && post.Until == null
            from s in post.StandIns
            where s.Since <= now && s.Until > now
            join person in db.Persons on s.Person equals person.Id
            select new { post.Role, Told = new Recipient(person.Id, person.Phone != null) }).ToListAsync(ct);
        return posts.Concat(standIns).Where(p => Permissions.Of(p.Role).Any(g => g.Permission == Permission.FinishOrder)).Select(p => p.Told).DistinctBy(r => r.Person);
    }
}
