using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>Writes an event's answer into the thread of every reporter of one appeal, once; the SMS follows from there.</summary>
internal sealed class TellEventAnswer(MinqingDb db, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "event-answer";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (named, appeal) = (new MassEventId(Guid.Parse(message.Payload.Split(' ')[0])), new AppealId(Guid.Parse(message.Payload.Split(' ')[1])));
        if (await db.MassEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == named, ct) is not { Answer: { } answer } it || await AppealCase.LoadAsync(db, appeal, ct) is not { } of || of.Appeal.Event != named)
        {
            return Delivery.Done; // it left the event in the meantime
        }

        var words = await db.Texts.AsNoTracking().Where(t => t.Id == answer).Select(t => t.Words).FirstAsync(ct);
        foreach (var report in of.Reports.Where(r => r.WithdrawnAt is null && r.ErasedAt is null))
        {
            var id = DerivedId.Of($"event answer {it.Answers}", named.Value, report.Id.Value);
            if (!await db.Texts.AnyAsync(t => t.Id == id, ct))
            {
                report.TellOfEvent(new(id, words!, RandomNumberGenerator.GetBytes(16)), new(Actor.Platform, clock.Now()));
            }
        }

        return Delivery.Done;
    }
}
