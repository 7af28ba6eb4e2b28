using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>Has a batch of an event's reporters asked by link; the next batch is asked for in the same save.</summary>
internal sealed class AskEventReporters(MinqingDb db, Leases leases, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "ask-event";
    private const int AtOnce = 50;

    /// <summary>The message for the batch behind an appeal; null for the first.</summary>
    /// <param name="entry">The journal entry of the desk that asks.</param>
    public static OutboxMessage Next(Guid entry, MassEventId named, UnitId desk, AppealId? after, DateTime due, DateTime now) => new()
    {
        Id = DerivedId.Of("ask event", entry, after?.Value ?? Guid.Empty),
        Kind = Kind,
        Payload = $"{entry} {named.Value} {desk.Value} {after?.Value ?? Guid.Empty}",
        CreatedAt = now,
        DueAt = due,
    };

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        Guid[] said = [.. message.Payload.Split(' ').Select(Guid.Parse)];
        var (entry, named, desk, after) = (said[0], new MassEventId(said[1]), new UnitId(said[2]), new AppealId(said[3]));
        var by = new By(Facts.Parse(await db.Journal.AsNoTracking().Where(j => j.Id == entry).Select(j => j.Body).FirstAsync(ct)).Actor, clock.Now());
        var ids = await AskEvent.WaitingOf(db, named, desk).Where(a => a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var id in ids)
        {
            if (await AppealCase.LoadAsync(db, id, ct) is { } of)
            {
                of.Appeal.AskByLink(of.Reports, by);
            }
        }

        if (ids.Count == AtOnce)
        {
            db.Outbox.Add(Next(entry, named, desk, ids[^1], leases.Now, clock.Now()));
        }

        return Delivery.Done;
    }
}
