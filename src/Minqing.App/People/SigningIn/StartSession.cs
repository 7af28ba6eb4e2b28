using Minqing.App.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Vault;

namespace Minqing.App.People.SigningIn;

/// <summary>Opens a session for somebody who has proved who they are, and writes down refusals.</summary>
public sealed class StartSession(MinqingDb db, MasterKeys keys, TimeProvider clock)
{
    private const int LongestDevice = 200;

    private static readonly TimeSpan Browser = TimeSpan.FromDays(14);
    private static readonly TimeSpan Program = TimeSpan.FromHours(12);

    public async Task<SessionStarted> StartAsync(Account account, SignInMeans means, Caller caller, CancellationToken ct)
    {
        var (token, now) = (SessionToken.New(), clock.Now());
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            Account = account.Id,
            Person = account.Person,
            TokenHash = SessionToken.Hash(token)!,
            Stamp = account.SecurityStamp ?? "",
            Means = means,
            Client = caller.Client,
            Device = caller.Device.Length > LongestDevice ? caller.Device[..LongestDevice] : caller.Device,
            AddressHash = Hash(caller),
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + (caller.Client == "browser" ? Browser : Program),
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(ct);
        return new(token, session.ExpiresAt, session.ExpiresAt - now);
    }

    public async Task RefuseAsync(Account account, string why, Caller caller, CancellationToken ct)
    {
        db.SignInRefusals.Add(new() { Id = Guid.CreateVersion7(), Account = account.Id, At = clock.Now(), AddressHash = Hash(caller), Why = why });
        await db.SaveChangesAsync(ct);
    }

    private byte[] Hash(Caller caller) => keys.MacOf("address " + caller.Address, Guid.Empty);
}
