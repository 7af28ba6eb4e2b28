using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>How many notices a person has not read yet.</summary>
public sealed class CountUnread(MinqingDb db)
{
    public Task<int> RunAsync(Viewer viewer, CancellationToken ct) => db.Notices.CountAsync(n => n.Person == viewer.Person && n.ReadAt == null, ct);
}
