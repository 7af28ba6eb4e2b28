using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Vault;

namespace Minqing.App.Notices.OwnReports;

/// <summary>Whoever types the code that was sent to a phone holds that phone. A code is good once, for a few tries.</summary>
public sealed class CheckPhoneCode(MinqingDb db, MasterKeys keys, PhoneCodes codes, CodeGuard guard, TimeProvider clock)
{
    private const int Tries = 5;

    public async Task<Result<ProvenPhone>> RunAsync(string? typed, string? code, CancellationToken ct)
    {
        var phone = PhoneNumber.Read(typed ?? "");
        if (phone.Problem is { } no)
        {
            return no;
        }

        var (index, now) = (keys.IndexOf(phone.Value), clock.Now());
        var name = $"phone {Convert.ToHexString(index)}";
        if (guard.Closed(name) is { } wait)
        {
            return wait;
        }

        var newest = await db.PhoneCodes.AsNoTracking().Where(c => c.Phone == index && c.Until > now).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        var id = newest ?? default;

        // A try is counted before it is compared, so that many at once are not more tries.
        var counted = await db.PhoneCodes.Where(c => c.Id == id && c.Tries < Tries).ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), ct);
        if (!codes.Fits(newest, code) || counted == 0 || await UseUpAsync(id, now, ct) == 0)
        {
            guard.Wrong(name);
            return new PhoneCodeWrong();
        }

        return new ProvenPhone(index, now + ProvenPhone.Lifetime);
    }

    private Task<int> UseUpAsync(Guid id, DateTime now, CancellationToken ct) =>
        db.PhoneCodes.Where(c => c.Id == id && c.Until > now).ExecuteUpdateAsync(set => set.SetProperty(c => c.Until, now), ct);
}

/// <summary>A phone whose holder proved it, by its blind index, and until when that is believed.</summary>
public sealed record ProvenPhone(byte[] Index, DateTime Until)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
}
