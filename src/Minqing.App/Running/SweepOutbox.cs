using Minqing.App.Kernel;
using Minqing.Storage.Intake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Puts right what a wrong machine time left in the outbox, and forgets what was delivered long ago and retry keys that have had their time.</summary>
public sealed class SweepOutbox(IServiceScopeFactory scopes, Leases leases, RunningSettings settings, TimeProvider clock)
{
    public async Task<int> OnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var healed = await db.HealAsync(leases.Now, Leases.Furthest, ct);
        var before = leases.Now - settings.Keep;
        var forgotten = clock.Now() - SubmissionKey.Life;
        return healed
            + await db.Outbox.Where(m => m.DoneAt < before).ExecuteDeleteAsync(ct)
            + await db.SubmissionKeys.Where(k => k.At < forgotten).ExecuteDeleteAsync(ct);
    }
}
