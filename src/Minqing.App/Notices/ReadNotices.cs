using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Marks what a person was told as read: about one appeal, or all of it.</summary>
public sealed class ReadNotices(MinqingDb db, TimeProvider clock)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, AppealId? appeal, CancellationToken ct)
    {
        var now = clock.Now();
        await db.Notices.Where(n => n.Person == viewer.Person && n.ReadAt == null && (appeal == null || n.Appeal == appeal))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), ct);
        return new Done();
    }
}
