using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.Web.Commands;

/// <summary>The codes by which files name units.</summary>
internal static class UnitCodes
{
    public static Task<Dictionary<string, UnitId>> ByCodeAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<MinqingDb>().Units.AsNoTracking().Where(u => u.Until == null).ToDictionaryAsync(u => u.Code, u => u.Id, ct);
}
