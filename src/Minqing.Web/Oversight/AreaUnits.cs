using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.Web.Oversight;

/// <summary>The units that a case can be sent to: those of the area, the higher ones first.</summary>
public sealed class AreaUnits(MinqingDb db)
{
    private const int AtMost = 200;

    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (viewer.Posts.FirstOrDefault(p => p.Reaches(Permission.KeepPublicity).Any()) is not { } post)
        {
            return [];
        }

        var area = new RegionPath(post.Path);
        var found = await db.Units.AsNoTracking().Where(u => u.Until == null)
            .Join(db.Regions.AsNoTracking().Under(area), u => u.RegionId, r => r.Id, (u, r) => new { u.Id, u.Name, r.Level, r.Path })
            .OrderBy(u => u.Path).ThenBy(u => u.Name).Take(AtMost).ToListAsync(ct);
        return [.. found.OrderBy(u => u.Level).Select(u => (u.Id.Value, u.Name))];
    }
}
