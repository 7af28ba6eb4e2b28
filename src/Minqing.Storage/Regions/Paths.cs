using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

/// <summary>"Everything below" as one index range, for regions and for all that carries a region path.</summary>
public static class Paths
{
    /// <summary>Marks a column whose order must be that of the bytes, whatever the database's language.</summary>
    internal const string ByBytes = "Minqing:ByBytes";

    public static IQueryable<Region> Under(this IQueryable<Region> regions, Region region) => regions.Under(r => r.Path, new(region.Path));

    public static IQueryable<Region> Under(this IQueryable<Region> regions, RegionPath area) => regions.Under(r => r.Path, area);

    /// <summary>Rows whose path lies in the area, the area's own region included.</summary>
    public static IQueryable<T> Under<T>(this IQueryable<T> rows, Expression<Func<T, string>> path, RegionPath area) => rows.Where(In(path, area));

    /// <summary>Rows whose path lies in one of the areas.</summary>
    public static IQueryable<T> UnderAny<T>(this IQueryable<T> rows, Expression<Func<T, string>> path, IEnumerable<RegionPath> areas) =>
        rows.Where(areas.Select(a => In(path, a)).Aggregate((a, b) => Expression.Lambda<Func<T, bool>>(Expression.OrElse(a.Body, b.Body), a.Parameters)));

    /// <summary>The test alone, to be combined with others.</summary>
    public static Expression<Func<T, bool>> In<T>(Expression<Func<T, string>> path, RegionPath area)
    {
        // Captured values become parameters, so that one plan serves all areas.
        var (from, before) = (area.From, area.Before);
        Expression<Func<string, bool>> range = p => string.Compare(p, from) >= 0 && string.Compare(p, before) < 0;
        return Expression.Lambda<Func<T, bool>>(new Put(range.Parameters[0], path.Body).Visit(range.Body), path.Parameters);
    }

    public static PropertyBuilder<string> SortsByBytes(this PropertyBuilder<string> property) => property.HasAnnotation(ByBytes, true);

    private sealed class Put(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
