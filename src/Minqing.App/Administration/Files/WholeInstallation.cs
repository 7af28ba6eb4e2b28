using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Files;

/// <summary>Files go over everything that there is: they are for administrators of the region that the profile governs, not of a part of it.</summary>
public sealed class WholeInstallation(MinqingDb db, Profile profile)
{
    /// <summary>The viewer's post that reaches over all of it; null when none does.</summary>
    public async Task<HeldPost?> PostAsync(Viewer viewer, Permission permission, CancellationToken ct) =>
        await db.Regions.AsNoTracking().Where(r => r.Code == profile.Root).Select(r => r.Path).FirstOrDefaultAsync(ct) is { } root
            ? viewer.PostFor(permission, root)
            : null;
}
