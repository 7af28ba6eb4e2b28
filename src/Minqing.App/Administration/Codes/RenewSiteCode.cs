using Minqing.App.People;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;

namespace Minqing.App.Administration.Codes;

/// <summary>An administrator has a new code made for one of their area that was torn down, worn out or copied.</summary>
public sealed class RenewSiteCode(ManagedCodes managed, ReplaceSiteCode replace)
{
    public async Task<Result<SiteCode>> RunAsync(Viewer viewer, string? typed, CancellationToken ct)
    {
        var code = await managed.CodeAsync(viewer, typed, ct);
        return code.Problem is { } problem ? problem : await replace.RunAsync(code.Value, ct);
    }
}
