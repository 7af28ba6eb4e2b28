using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Minqing.App.Appeals.Events;

/// <summary>An event was closed: its open appeals are closed in the background, batch by batch. What joined at the same moment, and may have missed its batch, is closed after them.</summary>
public sealed class BeginClosing(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (await FirstAsync(entry, ct) is { } first && !await db.Outbox.AnyAsync(m => m.Id == first.Id, ct))
        {
            db.Outbox.Add(first);
        }
    }

    private async Task<OutboxMessage?> FirstAsync(Entry entry, CancellationToken ct) =>
        entry.Step.Facts.Any(f => f is EventClosed) ? CloseEventAppeals.Next(new(entry.Subject.Id), null, leases.Now, clock.Now())
        : entry.Step.Facts.OfType<EventJoined>().FirstOrDefault() is { Event: { } id } && await db.MassEvents.AnyAsync(e => e.Id == id && e.Closes != null, ct)
            ? CloseEventAppeals.Only(entry.Id, id, new(entry.Subject.Id), leases.Now, clock.Now())
        : null;
}
