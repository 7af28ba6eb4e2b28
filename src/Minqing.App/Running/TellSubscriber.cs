using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Tells a journal entry to one of those who hear of it, after they could not be told together.</summary>
internal sealed class TellSubscriber(MinqingDb db, IServiceProvider services) : IOutboxHandler
{
    public const string Kind = "entry-apart";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (id, name) = message.Payload.Split(' ') is [var first, var second] ? (Guid.Parse(first), second) : default;
        if (await EntryAsync(db, id, ct) is not { } entry || Subscriptions.Subscribers.FirstOrDefault(s => s.Name == name) is not { } subscriber)
        {
            return new GiveUp("no such entry, or nobody of that name");
        }

        await ((ISubscriber)services.GetRequiredService(subscriber)).HearAsync(entry, ct);
        return Delivery.Done;
    }

    internal static async Task<Entry?> EntryAsync(MinqingDb db, Guid id, CancellationToken ct) =>
        await db.Journal.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct) is { } row ? new(id, new(row.SubjectKind, row.SubjectId), Facts.Step(Facts.Parse(row.Body))) : null;
}
