using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

/// <summary>Questions asked of regions.</summary>
public static class RegionScopes
{
    /// <summary>Those that are there today.</summary>
    public static IQueryable<Region> Open(this IQueryable<Region> regions) => regions.Where(r => r.ClosedOn == null);

    /// <summary>The tree as it was on a day: names, codes, parents and paths of then.</summary>
    public static IQueryable<RegionThen> RegionsOn(this MinqingDb db, DateOnly day) =>
        db.Regions.AsNoTracking().Where(r => r.Since <= day && (r.ClosedOn == null || r.ClosedOn > day))
            .Select(r => new RegionThen { Id = r.Id, Code = r.Code, Name = r.Name, Path = r.Path, Level = r.Level, ParentId = r.ParentId })
            .Concat(db.RegionVersions.AsNoTracking().Where(v => v.Since <= day && v.Until > day)
                .Select(v => new RegionThen { Id = v.RegionId, Code = v.Code, Name = v.Name, Path = v.Path, Level = v.Level, ParentId = v.ParentId }));
}
