using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel.Tables;
using Minqing.App.People;
using Minqing.App.Regions.Importing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Administration.Files;

/// <summary>An administrator's file of regions or of posted codes: all of it or, when one row is not usable, nothing.</summary>
public sealed class TakePlaces(WholeInstallation whole, ImportRegions regions, ImportSiteCodes codes, MinqingDb db)
{
    public async Task<Result<Imported>> RunAsync(Viewer viewer, FileKind kind, ReadOnlyMemory<byte> file, bool dryRun, CancellationToken ct)
    {
        var permission = kind == FileKind.Regions ? Permission.ManageRegions : Permission.ManageCodes;
        if (await whole.PostAsync(viewer, permission, ct) is null)
            return viewer.May(permission) ? new FilesNeedWholeArea() : new NotForYou(permission);

        return kind == FileKind.Regions
            ? await regions.RunAsync(file, new(dryRun), null, ct)
            : await codes.RunAsync(file, await db.Units.AsNoTracking().Where(u => u.Until == null).ToDictionaryAsync(u => u.Code, u => u.Id, ct), dryRun, ct);
    }
}

/// <summary>Files of rows are for the administrators of the whole area that the rules govern.</summary>
public sealed record FilesNeedWholeArea : NotAllowed;
