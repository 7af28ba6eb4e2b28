using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Notices;
using Minqing.Storage.Outbox;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>Sends a code to a phone, by which its owner sees their reports (I-14). Whether the number is known here is asked only when the message goes out: answer, time and limits are the same for every number.</summary>
public sealed class AskPhoneCode(MinqingDb db, MasterKeys keys, PhoneCodeLimits limits, Leases leases, TimeProvider clock)
{
    public async Task<Result<PhoneCodeAsked>> RunAsync(string? typed, CancellationToken ct)
    {
        var phone = PhoneNumber.Read(typed ?? "");
        if ((phone.Problem ?? (phone.Value.IsMobile ? limits.Take() : new NoSmsToThisNumber())) is { } no)
        {
            return no;
        }

        var (index, now) = (keys.IndexOf(phone.Value), clock.Now());
        var since = now - PhoneCodeLimits.Day;
        var asked = await db.PhoneCodes.Where(c => c.Phone == index && c.AskedAt > since).OrderBy(c => c.AskedAt).Select(c => c.AskedAt).ToListAsync(ct);
        if (PhoneCodeLimits.Wait(asked, now) is { } wait)
        {
            return wait;
        }

        await db.PhoneCodes.Where(c => c.AskedAt <= since).ExecuteDeleteAsync(ct);
        var code = new PhoneCode { Id = Guid.CreateVersion7(), Phone = index, AskedAt = now, Until = now + PhoneCodes.Lifetime };
        db.PhoneCodes.Add(code);
        db.Outbox.Add(new OutboxMessage { Id = Guid.CreateVersion7(), Kind = DeliverPhoneCode.Kind, Payload = code.Id.ToString(), CreatedAt = now, DueAt = leases.Now });
        await db.SaveChangesAsync(ct);
        return new PhoneCodeAsked(code.Until);
    }
}

/// <summary>If the number is known, a code is on its way; it is good until then.</summary>
public sealed record PhoneCodeAsked(DateTime Until);
