using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals;

/// <summary>What lies in the areas where a viewer has a permission, as far as they see it.</summary>
internal static class Reached
{
    public static IQueryable<Appeal> Within(this MinqingDb db, Viewer viewer, Permission permission)
    {
        var parts = viewer.Scope(permission).Reaches.Where(r => r.Area is not null).Select(r => db.Appeals.Within(db, viewer, r)).ToList();
        return parts.Count == 0 ? db.Appeals.Where(_ => false) : parts.Aggregate((a, b) => a.Union(b));
    }

    /// <summary>The appeals in the area of one reach.</summary>
    public static IQueryable<Appeal> Within(this IQueryable<Appeal> appeals, MinqingDb db, Viewer viewer, Reach reach) =>
        appeals.Under(a => a.Path, reach.Area!.Value).In(reach.Categories).SeenBy(db, viewer, reach.Sensitive);

    /// <summary>The turns in the area of one reach.</summary>
    public static IQueryable<Turn> Within(this IQueryable<Turn> turns, MinqingDb db, Viewer viewer, Reach reach) =>
        turns.Under(t => t.Path, reach.Area!.Value).In(db, reach.Categories).SeenBy(db, viewer, reach.Sensitive);

    /// <summary>Those of one of the categories; none named are all.</summary>
    public static IQueryable<Appeal> In(this IQueryable<Appeal> appeals, IReadOnlyList<string> categories) =>
        categories.Count == 0 ? appeals : appeals.Where(a => categories.Contains(a.Category));
}
