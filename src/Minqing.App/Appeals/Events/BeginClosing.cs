using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Storage;
using Microsoft.EntityFrameworkCore;

namespace Minqing.App.Appeals.Events;

/// <summary>An event was closed: its open appeals are closed in the background, batch by batch.</summary>
public sealed class BeginClosing(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        var first = CloseEventAppeals.Next(new(entry.Subject.Id), null, leases.Now, clock.Now());
        if (entry.Step.Facts.Any(f => f is EventClosed) && !await db.Outbox.AnyAsync(m => m.Id == first.Id, ct))
        {
            db.Outbox.Add(first);
        }
    }
}
