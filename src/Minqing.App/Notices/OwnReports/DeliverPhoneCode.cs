using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Storage;
using Minqing.Storage.Outbox;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>Sends a code by SMS, if the number is one that somebody reported with. The number is taken from the vault only now.</summary>
public sealed class DeliverPhoneCode(MinqingDb db, IdentityVault vault, PhoneCodes codes, ISmsGateway gateway, NoticeTexts texts, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "phone-code";

    public async Task<Delivery> HandleAsync(OutboxMessage message, CancellationToken ct)
    {
        var (id, now) = (Guid.Parse(message.Payload), clock.Now());

        // Too old, or of a stranger: neither is worth a dead letter, and none may tell whose number was asked for.
        if (await db.PhoneCodes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.Until > now, ct) is not { } code
            || await vault.FindAsync(code.Phone, 1, ct) is not [var report]
            || await vault.PhoneForDeliveryAsync(report, ct) is not { } phone)
        {
            return Delivery.Done;
        }

        var text = texts.Of("sms.phone-code")
            .Replace("{code}", codes.Of(id), StringComparison.Ordinal)
            .Replace("{minutes}", PhoneCodes.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return await gateway.SendAsync(message.Id, phone.Value, text, ct);
    }
}
