using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Tells a journal entry to everyone who hears of one of its facts.</summary>
internal sealed class TellSubscribers(MinqingDb db, IServiceProvider services) : IOutboxHandler
{
    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = Guid.Parse(message.Payload);
        if (await db.Journal.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct) is not { } row)
        {
            return new GiveUp("no such entry");
        }

        var entry = new Entry(id, new(row.SubjectKind, row.SubjectId), Facts.Step(Facts.Parse(row.Body)));
        foreach (var subscriber in Subscriptions.To(entry.Step.Facts))
        {
            await ((ISubscriber)services.GetRequiredService(subscriber)).HearAsync(entry, ct);
        }

        return Delivery.Done;
    }
}
