using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.Web.Oversight;

/// <summary>The villages that a drive can have reached: those of the area, town by town.</summary>
public sealed class AreaVillages(MinqingDb db)
{
    private const int AtMost = 1000;

    public async Task<IReadOnlyList<(string Town, IReadOnlyList<(string Code, string Name)> Villages)>> OfAsync(Viewer viewer, CancellationToken ct)
    {
        if (viewer.Posts.FirstOrDefault(p => p.Reaches(Permission.KeepPublicity).Any()) is not { } post)
        {
            return [];
        }

        var found = await db.Regions.AsNoTracking().Under(new RegionPath(post.Path)).Where(r => r.Level == RegionLevel.Village && r.ClosedOn == null)
            .OrderBy(r => r.Path).Take(AtMost).Select(r => new { r.Code, r.Name, Town = db.Regions.Where(t => t.Id == r.ParentId).Select(t => t.Name).FirstOrDefault() ?? "" }).ToListAsync(ct);
        return [.. found.GroupBy(v => v.Town).Select(g => (g.Key, (IReadOnlyList<(string, string)>)[.. g.Select(v => (v.Code, v.Name))]))];
    }
}
