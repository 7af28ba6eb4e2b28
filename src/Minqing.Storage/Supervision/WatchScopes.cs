using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Storage.People;

namespace Minqing.Storage.Supervision;

/// <summary>What a watch list is read from: one index that holds only what calls for supervision.</summary>
public static class WatchScopes
{
    private static readonly Seen<Appeal> Seen = new(a => a.Path, null, a => a.Category, a => (a.Concerns & Concern.Sensitive) != 0);

    /// <summary>The appeals within a scope that are to be supervised. The condition is that of the index.</summary>
    public static IQueryable<Appeal> Watched(this IQueryable<Appeal> appeals, Scope scope) =>
        appeals.Where(a => a.Concerns != 0).Within(scope, Seen);
}
