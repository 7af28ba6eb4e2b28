using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Storage.People;

/// <summary>Where somebody is at a moment, and where nobody is.</summary>
public static class Manned
{
    /// <summary>The posts that somebody holds, or in which somebody stands in.</summary>
    public static IQueryable<Post> MannedAt(this IQueryable<Post> posts, DateTime now) =>
        posts.Where(p => p.Until == null && (p.Holder != null || p.StandIns.Any(s => s.Since <= now && s.Until > now)));

    /// <summary>Those of the units in which nobody is who has one of the roles that it takes there.</summary>
    public static async Task<IReadOnlyList<UnitId>> VacantAsync(this MinqingDb db, IReadOnlyCollection<(UnitId Unit, IReadOnlyList<Role> Roles)> needed, DateTime now, CancellationToken ct)
    {
        if (needed.Count == 0)
        {
            return [];
        }

        var ids = needed.Select(n => n.Unit).Distinct().ToList();
        var manned = await db.Posts.AsNoTracking().MannedAt(now).Where(p => ids.Contains(p.Unit)).Select(p => new { p.Unit, p.Role }).Distinct().ToListAsync(ct);
        return [.. needed.Where(n => !manned.Exists(m => m.Unit == n.Unit && n.Roles.Contains(m.Role))).Select(n => n.Unit)];
    }
}
