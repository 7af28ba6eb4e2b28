using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>Morning and evening: who was asked by link and kept silent is asked again, until the profile's attempts are made; then it is settled (H-24).</summary>
public sealed class RemindByLink(MinqingDb db, RuleBook rules, Leases leases, TimeProvider clock) : IScheduled, IOutboxHandler
{
    public const string Kind = "remind-by-link";

    /// <summary>The local hours at which it is done.</summary>
    public static readonly IReadOnlyList<int> Hours = [10, 19];

    private const int AtOnce = 50;

    public async Task WorkAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        if (await db.Appeals.AnyAsync(a => a.AskedByLink != null, ct))
        {
            db.Outbox.Add(Next(slot, default));
        }
    }

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (slot, after) = (Guid.Parse(message.Payload.Split(' ')[0]), new AppealId(Guid.Parse(message.Payload.Split(' ')[1])));
        var by = new By(Actor.Platform, clock.Now());
        var ids = await db.Appeals.AsNoTracking().Where(a => a.AskedByLink != null && a.Id > after).OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        foreach (var id in ids)
        {
            if (await AppealCase.LoadAsync(db, id, ct) is { } of)
            {
                foreach (var report in of.Reports)
                {
                    report.KeptSilent(of.Appeal, rules.For(of.Appeal.Path), of.Others(report), by);
                }
            }
        }

        if (ids.Count == AtOnce)
        {
            db.Outbox.Add(Next(slot, ids[^1]));
        }

        return Delivery.Done;
    }

    private OutboxMessage Next(DateTime slot, AppealId after) => Next(DerivedId.Of($"remind by link {slot.Ticks}", Guid.Empty), after);

    private OutboxMessage Next(Guid slot, AppealId after) => new()
    {
        Id = DerivedId.Of("remind by link", slot, after.Value),
        Kind = Kind,
        Payload = $"{slot} {after.Value}",
        CreatedAt = clock.Now(),
        DueAt = leases.Now,
    };
}
