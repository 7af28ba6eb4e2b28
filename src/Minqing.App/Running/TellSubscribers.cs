using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Tells a journal entry to everyone who hears of one of its facts: to all in one save, and where that fails to each apart, so that nobody waits for what another cannot do.</summary>
internal sealed partial class TellSubscribers(MinqingDb db, IServiceProvider services, Leases leases, ILogger<TellSubscribers> log) : IOutboxHandler
{
    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await TellSubscriber.EntryAsync(db, Guid.Parse(message.Payload), ct) is not { } entry)
        {
            return new GiveUp("no such entry");
        }

        IReadOnlyList<Type> all = [.. Subscriptions.To(entry.Step.Facts)];
        // Their save failed before, whichever it was.
        if (all.Count > 1 && message.Attempts > 1)
        {
            TellApart(message, all);
            return Delivery.Done;
        }

        try
        {
            foreach (var subscriber in all)
            {
                await ((ISubscriber)services.GetRequiredService(subscriber)).HearAsync(entry, ct);
            }
        }
        catch (Exception e) when (all.Count > 1 && !ct.IsCancellationRequested)
        {
            LogApart(e, entry.Id);
            db.ChangeTracker.Clear();
            db.Attach(message);
            TellApart(message, all);
        }

        return Delivery.Done;
    }

    private void TellApart(OutboxMessage message, IReadOnlyList<Type> all) => db.Outbox.AddRange(all.Select(subscriber => new OutboxMessage
    {
        Id = DerivedId.Of(subscriber.Name, message.Id),
        Kind = TellSubscriber.Kind,
        Payload = $"{message.Payload} {subscriber.Name}",
        CreatedAt = message.CreatedAt,
        DueAt = leases.Now,
    }));

    [LoggerMessage(LogLevel.Warning, "Somebody who hears of entry {Entry} failed: each is told apart")]
    private partial void LogApart(Exception failure, Guid entry);
}
