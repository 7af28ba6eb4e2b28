using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Running;

/// <summary>Draws due messages of one lane and has each handled in a scope of its own.</summary>
public sealed partial class DrainOutbox(IServiceScopeFactory scopes, Leases leases, ILogger<DrainOutbox> log)
{
    private const int Tries = 10;

    /// <summary>One batch; gives how many messages were drawn. When asked to stop it finishes what it began and gives the rest back.</summary>
    public async Task<int> BatchAsync(Lane lane, CancellationToken stop)
    {
        var claim = Guid.CreateVersion7();
        using var end = leases.End();
        var messages = await WithDbAsync(db => ClaimAsync(db, lane, claim, stop));
        var left = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(messages, new ParallelOptions { MaxDegreeOfParallelism = lane.AtOnce, CancellationToken = CancellationToken.None }, async (message, _) =>
        {
            if (stop.IsCancellationRequested || end.IsCancellationRequested)
            {
                left.Add(message.Id);
            }
            else
            {
                await HandleAsync(lane, claim, message, end.Token);
            }
        });

        if (!left.IsEmpty)
        {
            await WithDbAsync(db => db.ReleaseAsync(claim, [.. left], leases.Now, CancellationToken.None));
        }

        return messages.Count;
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(MinqingDb db, Lane lane, Guid claim, CancellationToken ct) =>
        await db.Outbox.Due(lane.Kind, leases.Now).AnyAsync(ct)
            ? await db.ClaimAsync(lane.Kind, claim, lane.Batch, leases.Now, leases.Until, CancellationToken.None)
            : [];

    private async Task HandleAsync(Lane lane, Guid claim, OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var tries = 1;
            while (!await TriedAsync(lane, claim, message, tries < Tries, ct))
            {
                tries++;
            }
        }
        catch (Exception e)
        {
            LogFailed(e, message.Kind, message.Id, message.Attempts);
            await FailedAsync(claim, message, new TryAgain(e.GetType().Name));
        }
    }

    // False when another step saved first, and it is worth trying again at once: that step has been seen by then.
    private async Task<bool> TriedAsync(Lane lane, Guid claim, OutboxMessage message, bool again, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        try
        {
            db.Attach(message);
            var handled = await scope.ServiceProvider.GetRequiredKeyedService<IOutboxHandler>(lane.Kind).HandleAsync(message, ct);
            if (handled is not Delivered)
            {
                await FailedAsync(claim, message, handled);
                return true;
            }

            // One save: what the handler made, and that it is done, if the claim is still ours (it is the concurrency token).
            (message.DoneAt, message.ClaimedBy, message.Error) = (leases.Now, null, null);
            await db.SaveChangesAsync(ct);
            Meters.Delivered.Add(1, new KeyValuePair<string, object?>("kind", lane.Kind));
            return true;
        }
        catch (DbUpdateException failure) when (again && db.Dialect.LostRace(failure) && !LostClaim(failure, message))
        {
            (message.DoneAt, message.ClaimedBy) = (null, claim);
            return false;
        }
    }

    private static bool LostClaim(DbUpdateException failure, OutboxMessage message) =>
        failure is DbUpdateConcurrencyException && failure.Entries.Any(e => e.Entity == message);

    private async Task FailedAsync(Guid claim, OutboxMessage message, Delivery failed)
    {
        var why = (failed as GiveUp)?.Why ?? (failed as TryAgain)?.Why ?? "";
        if (failed is GiveUp || leases.Exhausted(message.Attempts))
        {
            LogGivenUp(message.Kind, message.Id, why);
            Meters.GivenUp.Add(1, new KeyValuePair<string, object?>("kind", message.Kind));
            await WithDbAsync(db => db.GiveUpAsync(claim, message.Id, leases.Now, why, CancellationToken.None));
        }
        else
        {
            await WithDbAsync(db => db.PutOffAsync(claim, message.Id, leases.After(message.Attempts), why, CancellationToken.None));
        }
    }

    private async Task<T> WithDbAsync<T>(Func<MinqingDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MinqingDb>());
    }

    [LoggerMessage(LogLevel.Warning, "Message {Kind} {Message} failed at attempt {Attempt}")]
    private partial void LogFailed(Exception failure, string kind, Guid message, int attempt);

    [LoggerMessage(LogLevel.Error, "Message {Kind} {Message} was given up: {Why}")]
    private partial void LogGivenUp(string kind, Guid message, string why);
}
