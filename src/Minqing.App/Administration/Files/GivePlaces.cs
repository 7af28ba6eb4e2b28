using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.Regions.Exporting;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Files;

/// <summary>Writes the regions or the posted codes of one of the viewer's areas as the file that an import takes.</summary>
public sealed class GivePlaces(MinqingDb db, ExportRegions regions, ExportSiteCodes codes)
{
    public async Task<Result<int>> RunAsync(Viewer viewer, FileKind kind, Stream to, CancellationToken ct)
    {
        var permission = kind == FileKind.Regions ? Permission.ManageRegions : Permission.ManageCodes;
        if (viewer.Scope(permission).Reaches.Select(r => r.Area).OfType<RegionPath>().MinBy(a => a.Value.Length) is not { Value: not null } area)
            return new NotForYou(permission);

        if (kind == FileKind.Codes)
            return await codes.RunAsync(to, area, await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Code, ct), ct);

        return await regions.RunAsync(to, await db.Regions.AsNoTracking().Where(r => r.Path == area.Value).Select(r => r.Code).FirstAsync(ct), ct);
    }
}
