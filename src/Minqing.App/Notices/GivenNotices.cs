using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Notices;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Puts notices before people, with the SMS that carries one where it is to go by SMS too. Whoever gives them saves.</summary>
public sealed class GivenNotices(MinqingDb db, Leases leases, TimeProvider clock)
{
    /// <summary>Gives it, unless it was given before.</summary>
    public async Task GiveAsync(Notice notice, bool sms, CancellationToken ct)
    {
        if (!await db.Notices.AnyAsync(n => n.Id == notice.Id, ct))
        {
            Give(notice, sms);
        }
    }

    public void Give(Notice notice, bool sms)
    {
        if (sms)
        {
            notice.Sms = DerivedId.Of("sms", notice.Id);
            db.Outbox.Add(new() { Id = notice.Sms.Value, Kind = DeliverSms.Kind, Payload = notice.Id.ToString(), CreatedAt = clock.Now(), DueAt = leases.Now });
        }

        db.Notices.Add(notice);
    }
}
