using Minqing.App.People;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;

namespace Minqing.App.Administration.Codes;

/// <summary>An administrator has a code of their area lead nowhere from now on.</summary>
public sealed class WithdrawSiteCode(ManagedCodes managed, RevokeSiteCode revoke)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, string? typed, CancellationToken ct)
    {
        var code = await managed.CodeAsync(viewer, typed, ct);
        return code.Problem is { } problem ? problem : await revoke.RunAsync(code.Value, ct);
    }
}
