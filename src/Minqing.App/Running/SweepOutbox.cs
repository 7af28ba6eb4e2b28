using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Puts right what a wrong machine time left in the outbox, and forgets what was delivered long ago.</summary>
public sealed class SweepOutbox(IServiceScopeFactory scopes, Leases leases, RunningSettings settings)
{
    public async Task<int> OnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var healed = await db.HealAsync(leases.Now, Leases.Furthest, ct);
        var before = leases.Now - settings.Keep;
        return healed + await db.Outbox.Where(m => m.DoneAt < before).ExecuteDeleteAsync(ct);
    }
}
