using Minqing.Domain.Regions;

namespace Minqing.Storage.Regions;

/// <summary>Questions asked of posted codes.</summary>
public static class SiteCodeScopes
{
    /// <summary>Those that should hang where they say.</summary>
    public static IQueryable<SiteCode> InUse(this IQueryable<SiteCode> codes) => codes.Where(c => c.RevokedAt == null && c.ReplacedBy == null);
}
