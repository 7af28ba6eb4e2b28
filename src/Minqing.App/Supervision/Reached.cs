using Minqing.App.Appeals;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision;

/// <summary>The appeals in the areas where a viewer has a permission, as far as they see them.</summary>
internal static class Reached
{
    public static IQueryable<Appeal> Within(this MinqingDb db, Viewer viewer, Permission permission)
    {
        var parts = viewer.Scope(permission).Reaches.Where(r => r.Area is not null).Select(r => Part(db, viewer, r)).ToList();
        return parts.Count == 0 ? db.Appeals.Where(_ => false) : parts.Aggregate((a, b) => a.Union(b));
    }

    private static IQueryable<Appeal> Part(MinqingDb db, Viewer viewer, Reach reach)
    {
        var categories = reach.Categories;
        return db.Appeals.Under(a => a.Path, reach.Area!.Value).Where(a => categories.Count == 0 || categories.Contains(a.Category)).SeenBy(db, viewer, reach.Sensitive);
    }
}
