using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.People;

/// <summary>Who answers for a place (O-05): cheap enough for every intake, right as soon as something changed.</summary>
public sealed class Chains(MinqingDb db, Profile profile, PeopleCache cache, TimeProvider clock)
{
    /// <param name="path">The region path of a grid or of any region above.</param>
    public async ValueTask<Responsibility> AtAsync(string path, CancellationToken ct)
    {
        var copy = await cache.NowAsync(db, ct);
        return copy.Places.TryGetValue(path, out var known) ? known : copy.Places[path] = await LoadAsync(path, ct);
    }

    private async Task<Responsibility> LoadAsync(string path, CancellationToken ct)
    {
        var lineage = new RegionPath(path).Lineage().Select(p => p.Value).ToList();
        var regions = await db.Regions.AsNoTracking()
            .Where(r => lineage.Contains(r.Path) && r.ClosedOn == null)
            .Select(r => new { r.Id, r.Level, r.Code })
            .ToListAsync(ct);
        var levels = regions.DistinctBy(r => r.Level).ToDictionary(r => r.Level, r => r.Id);
        var ids = levels.Values.ToList();
        var roles = profile.Chain.SelectMany(t => t.Roles).ToList();
        var now = clock.Now();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            where ids.Contains(post.Region) && post.Until == null && roles.Contains(post.Role)
            let standIn = post.StandIns.Where(s => s.Since <= now && s.Until > now).OrderByDescending(s => s.Shift).Select(s => (PersonId?)s.Person).FirstOrDefault()
            join person in db.Persons on standIn ?? post.Holder equals person.Id into holders
            from holder in holders.DefaultIfEmpty()
            select new ChainPost(post.Id, post.Role, post.Rank, post.Unit, post.Region, standIn ?? post.Holder, holder.Name, holder.Phone)
            {
                Categories = post.Categories,
                Away = standIn == null || standIn == post.Holder ? null : post.Holder,
                AwayHasPhone = db.Persons.Any(x => x.Id == post.Holder && x.Phone != null),
            }).ToListAsync(ct);
        var units = await (
            from unit in db.Units.AsNoTracking()
            where unit.Until == null
            from area in unit.Areas
            where area.Until == null && ids.Contains(area.RegionId)
            select new { unit.Id, unit.Kind, unit.Name, unit.Code, unit.Field, area.RegionId }).ToListAsync(ct);
        var byRegion = levels.ToDictionary(l => l.Value, l => l.Key);
        return new(
            ResponsibilityChain.Of(profile.Chain, levels, posts),
            [.. from unit in units orderby unit.Code select new ServingUnit(unit.Id, unit.Kind, unit.Name, byRegion[unit.RegionId], unit.RegionId, unit.Field)],
            levels)
        {
            Codes = [.. regions.Select(r => r.Code), .. await db.FormerCodesAsync(ids, ct)],
        };
    }
}
