using Minqing.Domain.Appeals;

namespace Minqing.Storage.Appeals;

/// <summary>Questions asked of appeals.</summary>
public static class AppealScopes
{
    /// <summary>Those in which something is still to be done.</summary>
    public static IQueryable<Appeal> Open(this IQueryable<Appeal> appeals) => appeals.Where(a => !Appeal.Ends.Contains(a.Stage));
}
