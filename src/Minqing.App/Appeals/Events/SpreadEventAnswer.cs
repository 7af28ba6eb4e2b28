using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Appeals.Events;

/// <summary>An event was answered, or an appeal joined one that is answered: everybody who reported is to be told, appeal by appeal.</summary>
public sealed class SpreadEventAnswer(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        var named = entry.Subject.Kind == SubjectKind.MassEvent ? new MassEventId(entry.Subject.Id) : entry.Step.Facts.OfType<EventJoined>().Select(f => f.Event).FirstOrDefault();
        if (named is not { } id || !await db.MassEvents.AnyAsync(e => e.Id == id && e.Answer != null, ct))
        {
            return;
        }

        var appeals = entry.Subject.Kind == SubjectKind.MassEvent ? await db.Appeals.Where(a => a.Event == id).Select(a => a.Id).ToListAsync(ct) : [new AppealId(entry.Subject.Id)];
        var wanted = appeals.ToDictionary(a => DerivedId.Of("event answer", entry.Id, a.Value));
        var known = await db.Outbox.Where(m => wanted.Keys.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        db.Outbox.AddRange(wanted.Where(w => !known.Contains(w.Key)).Select(w => new OutboxMessage { Id = w.Key, Kind = TellEventAnswer.Kind, Payload = $"{id.Value} {w.Value.Value}", CreatedAt = clock.Now(), DueAt = leases.Now }));
    }
}
