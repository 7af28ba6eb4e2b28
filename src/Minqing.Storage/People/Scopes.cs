using System.Linq.Expressions;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage.Regions;

namespace Minqing.Storage.People;

/// <summary>A scope as a condition of a query. Every query of staff passes through here.</summary>
public static class Scopes
{
    /// <summary>Only what the scope covers; nothing when it is empty.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Scope scope, Seen<T> seen) =>
        rows.Where(scope.Reaches.Select(r => Condition(r, seen)).Aggregate(Never<T>(), (either, or) => Join(either, or, Expression.OrElse)));

    private static Expression<Func<T, bool>> Condition<T>(Reach reach, Seen<T> seen)
    {
        if ((reach.Unit is not null && seen.StandsWith is null) || (reach.Categories.Count > 0 && seen.Category is null))
        {
            return Never<T>();
        }

        var all = new List<Expression<Func<T, bool>>>();
        if (reach.Area is { } area)
        {
            all.Add(Paths.In(seen.Path, area));
        }

        if (reach.Unit is { } unit)
        {
            // Captured values become parameters, so that one plan serves all.
            Expression<Func<UnitId>> value = () => unit;
            all.Add(Expression.Lambda<Func<T, bool>>(
                new Put(seen.StandsWith!.Parameters[1], value.Body).Visit(seen.StandsWith.Body), seen.StandsWith.Parameters[0]));
        }

        if (reach.Categories is { Count: > 0 } categories)
        {
            Expression<Func<string?, bool>> among = category => category != null && categories.Contains(category);
            all.Add(Expression.Lambda<Func<T, bool>>(new Put(among.Parameters[0], seen.Category!.Body).Visit(among.Body), seen.Category.Parameters));
        }

        if (!reach.Sensitive && seen.Sensitive is { } sensitive)
        {
            all.Add(Expression.Lambda<Func<T, bool>>(Expression.Not(sensitive.Body), sensitive.Parameters));
        }

        return all.Count == 0 ? _ => true : all.Aggregate((both, and) => Join(both, and, Expression.AndAlso));
    }

    private static Expression<Func<T, bool>> Never<T>() => _ => false;

    private static Expression<Func<T, bool>> Join<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right, Func<Expression, Expression, Expression> how) =>
        Expression.Lambda<Func<T, bool>>(how(left.Body, new Put(right.Parameters[0], left.Parameters[0]).Visit(right.Body)), left.Parameters);

    private sealed class Put(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
