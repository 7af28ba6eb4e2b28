using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Notices;

/// <summary>Sends one notice as SMS, or keeps it for the digest. Number, words and link are put together only now: none of them lies in the outbox.</summary>
public sealed class DeliverSms(MinqingDb db, ISmsGateway gateway, SmsPlan plan, NoticeTexts texts, SignedLinks links, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "sms";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var id = Guid.Parse(message.Payload);
        var notice = await db.Notices.FirstOrDefaultAsync(n => n.Id == id, ct);
        var phone = notice is null ? null : await db.Persons.Where(p => p.Id == notice.Person).Select(p => p.Phone).FirstOrDefaultAsync(ct);
        return notice is null || phone is null
            ? new GiveUp("nobody to send it to")
            : !await plan.LetAsync(notice, ct) ? Delivery.Done
            : await gateway.SendAsync(message.Id, phone, texts.Sms(notice, links.To(notice, clock.Now()), clock.Now()), ct);
    }
}
