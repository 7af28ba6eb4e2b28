using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Events;

/// <summary>An event was answered, or an appeal joined one that is answered, or went into one of it: everybody who reported is to be told, in the background and batch by batch.</summary>
public sealed class SpreadEventAnswer(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        var appeal = entry.Subject.Kind == SubjectKind.Appeal ? new AppealId(entry.Subject.Id) : (AppealId?)null;
        if (await MeantAsync(entry, appeal, ct) is not { } id || !await db.MassEvents.AnyAsync(e => e.Id == id && e.Answer != null, ct))
        {
            return;
        }

        var first = appeal is { } one ? TellEventAnswer.For(entry.Id, id, one, leases.Now, clock.Now()) : TellEventAnswer.Behind(entry.Id, id, null, leases.Now, clock.Now());
        if (!await db.Outbox.AnyAsync(m => m.Id == first.Id, ct))
        {
            db.Outbox.Add(first);
        }
    }

    private async Task<MassEventId?> MeantAsync(Entry entry, AppealId? appeal, CancellationToken ct) =>
        appeal is not { } one ? new MassEventId(entry.Subject.Id)
        : entry.Step.Facts.OfType<EventJoined>().FirstOrDefault() is { } joined ? joined.Event
        : entry.Step.Facts.Any(f => f is AppealJoined { Left: false }) ? await db.Appeals.Where(a => a.Id == one).Select(a => a.Event).FirstOrDefaultAsync(ct)
        : null;
}
