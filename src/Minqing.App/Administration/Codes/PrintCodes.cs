using Minqing.App.People;
using Minqing.App.Regions.Printing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Administration.Codes;

/// <summary>An administrator takes the sheet of codes of a township or less.</summary>
public sealed class PrintCodes(ManagedCodes managed, PrintCodeSheet print)
{
    public async Task<Result<int>> RunAsync(Viewer viewer, Stream to, string? region, SheetLayout layout, CancellationToken ct)
    {
        var found = await managed.RegionAsync(viewer, region, ct);
        if (found.Problem is { } problem)
            return problem;

        return found.Value.Level < RegionLevel.Township ? new AreaTooLarge() : await print.RunAsync(to, new(found.Value.Path), layout, ct);
    }
}
