using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.People.SigningIn;

/// <summary>Changes one's password. Every other session ends: whoever knew the old one is out.</summary>
public sealed class ChangePassword(MinqingDb db, AccountProof proof, Attempts attempts, IPasswordHasher<Account> hasher, SessionCache cache, TimeProvider clock)
{
    public const int Least = 10;
    private const int Most = 200;

    public async Task<Result<Done>> RunAsync(Guid account, Guid session, string? password, string? newPassword, CancellationToken ct)
    {
        if (newPassword is not { Length: >= Least and <= Most })
            return new PasswordNotLongEnough(Least);

        var now = clock.Now();
        var row = await db.Users.AsNoTracking().SingleAsync(a => a.Id == account, ct);
        if (!await attempts.CountAsync(row, now, ct) || !await proof.PasswordAsync(row, password ?? "", ct))
            return new PasswordNotRight();

        var (hash, stamp) = (hasher.HashPassword(row, newPassword), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, hash).SetProperty(x => x.SecurityStamp, stamp), ct);
        await db.Sessions.Where(s => s.Account == account && s.Id != session && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.EndedBy, row.Person), ct);
        await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, stamp), ct);
        await attempts.ForgetAsync(account, ct);
        await transaction.CommitAsync(ct);
        cache.Ended();
        return new Done();
    }
}
