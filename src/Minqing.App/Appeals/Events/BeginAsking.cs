using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>A desk has an event's reporters asked by link: they are in the background, batch by batch.</summary>
public sealed class BeginAsking(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Step.Facts.OfType<EventAsked>().FirstOrDefault() is { Desk: var desk }
            && AskEventReporters.Next(entry.Id, new(entry.Subject.Id), desk, null, leases.Now, clock.Now()) is var first && !await db.Outbox.AnyAsync(m => m.Id == first.Id, ct))
        {
            db.Outbox.Add(first);
        }
    }
}
