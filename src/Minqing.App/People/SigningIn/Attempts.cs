using Microsoft.EntityFrameworkCore;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>The lock of an account: after five wrong attempts nobody gets in for a quarter of an hour, on any node.</summary>
public sealed class Attempts(MinqingDb db)
{
    private const int Most = 5;
    private const int Tries = 3;

    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Counts an attempt before it is looked at, so that many at once cannot slip by. False when the account is locked.</summary>
    public async Task<bool> CountAsync(Account account, DateTime now, CancellationToken ct)
    {
        var state = (account.AccessFailedCount, account.LockoutEnd);
        for (var i = 0; i < Tries; i++)
        {
            if (state.LockoutEnd?.UtcDateTime > now)
                return false;

            var next = state.LockoutEnd is null ? state.AccessFailedCount + 1 : 1;
            var seen = state.AccessFailedCount;
            DateTimeOffset? end = next >= Most ? new DateTimeOffset(now + LockedFor, TimeSpan.Zero) : null;
            if (await db.Users.Where(a => a.Id == account.Id && a.AccessFailedCount == seen)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, next).SetProperty(x => x.LockoutEnd, end), ct) == 1)
                return true;

            var row = await db.Users.AsNoTracking().Where(a => a.Id == account.Id).Select(a => new { a.AccessFailedCount, a.LockoutEnd }).SingleAsync(ct);
            state = (row.AccessFailedCount, row.LockoutEnd);
        }

        return false;
    }

    public Task ForgetAsync(Guid account, CancellationToken ct) =>
        db.Users.Where(a => a.Id == account)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, (DateTimeOffset?)null), ct);
}
