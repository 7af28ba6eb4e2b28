using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>Writes an event's answer into the thread of every reporter, once; the SMS follows from there. Of one appeal, or of a batch of them: the next batch is asked for in the same save.</summary>
internal sealed class TellEventAnswer(MinqingDb db, Leases leases, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "event-answer";
    private const int AtOnce = 50;

    /// <summary>The message for one appeal.</summary>
    /// <param name="entry">The journal entry from which it comes.</param>
    public static OutboxMessage For(Guid entry, MassEventId named, AppealId appeal, DateTime due, DateTime now) =>
        new() { Id = DerivedId.Of("event answer", entry, appeal.Value), Kind = Kind, Payload = $"{named.Value} {appeal.Value}", CreatedAt = now, DueAt = due };

    /// <summary>The message for the batch behind an appeal; null for the first.</summary>
    public static OutboxMessage Behind(Guid entry, MassEventId named, AppealId? after, DateTime due, DateTime now) =>
        new() { Id = DerivedId.Of("event answer to all", entry, after?.Value ?? Guid.Empty), Kind = Kind, Payload = $"{named.Value} {after?.Value ?? Guid.Empty} {entry}", CreatedAt = now, DueAt = due };

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        Guid[] said = [.. message.Payload.Split(' ').Select(Guid.Parse)];
        var (named, appeal) = (new MassEventId(said[0]), new AppealId(said[1]));
        if (await db.MassEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == named, ct) is not { Answer: { } answer } it)
        {
            return Delivery.Done;
        }

        var words = (await db.Texts.AsNoTracking().Where(t => t.Id == answer).Select(t => t.Words).FirstAsync(ct))!;
        var ids = said.Length == 2 ? [appeal] : await db.Appeals.AsNoTracking().Where(a => a.Event == named && a.Id > appeal).OrderBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        var told = new HashSet<Guid>();
        foreach (var id in ids)
        {
            await TellAsync(id, it, words, told, ct);
        }

        if (said.Length > 2 && ids.Count == AtOnce)
        {
            db.Outbox.Add(Behind(said[2], named, ids[^1], leases.Now, clock.Now()));
        }

        return Delivery.Done;
    }

    /// <param name="told">What is written in this save already: a report may stand in several of one event.</param>
    private async Task TellAsync(AppealId appeal, MassEvent it, string words, HashSet<Guid> told, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, appeal, ct) is not { } of || of.Appeal.Event != it.Id)
        {
            return; // it left the event in the meantime
        }

        foreach (var report in of.Reports.Where(r => r.WithdrawnAt is null && r.ErasedAt is null))
        {
            var id = DerivedId.Of($"event answer {it.Answers}", it.Id.Value, report.Id.Value);
            if (told.Add(id) && !await db.Texts.AnyAsync(t => t.Id == id, ct))
            {
                report.TellOfEvent(new(id, words, RandomNumberGenerator.GetBytes(16)), new(Actor.Platform, clock.Now()));
            }
        }
    }
}
