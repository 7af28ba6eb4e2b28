using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Lets an SMS that can wait go as long as the person's number for today lasts and it is day; the rest waits for the digest (D-03).</summary>
public sealed class SmsPlan(MinqingDb db, Profile profile, TimeProvider clock)
{
    private const int Tries = 20;

    /// <summary>Whether it may go now. Asked again for the same one it says the same.</summary>
    public async Task<bool> LetAsync(Notice notice, CancellationToken ct)
    {
        for (var attempt = 1; notice is { Urgent: false, SmsNo: null }; attempt++)
        {
            var (now, today) = (clock.Now(), LocalTime.DayOf(clock.Now()));
            var sent = await db.Notices.Where(n => n.Person == notice.Person && n.SmsOn == today).MaxAsync(n => n.SmsNo, ct) ?? 0;
            if (sent >= profile.Sms.Single || SmsRules.IsNight(now, profile.Hours))
            {
                (notice.Sms, notice.DigestAt) = (null, profile.Sms.NextDigest(now));
                return false; // saved with the message being done
            }

            try
            {
                (notice.SmsOn, notice.SmsNo) = (today, sent + 1);
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException failure) when (db.Dialect.LostRace(failure) && attempt < Tries)
            {
                // Another one for the same person took the number.
                await db.Entry(notice).ReloadAsync(ct);
            }
        }

        return true;
    }
}
