using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Timers;

namespace Minqing.App.Running;

/// <summary>Wakes what is due, many subjects in one transaction: the facts, and the end of the claim, or nothing.</summary>
public sealed partial class FireClocks(IServiceScopeFactory scopes, Timetables timetables, Leases leases, TimeProvider clock, ILogger<FireClocks> log)
{
    // More wakings of one subject in a row than any rule can ask for.
    private const int TooMany = 200;

    // Large enough that a commit is cheap for each, small enough that a lease is long for all.
    private const int Batch = 250;

    /// <summary>Fires all that is due, a backlog by as many writers as the database bears; gives when the next is due, if that is known.</summary>
    public async Task<DateTime?> AllDueAsync(CancellationToken stop)
    {
        while (true)
        {
            var (next, writers) = await WithDbAsync(async db => (await db.NextWakeAsync(leases.Moment, stop), db.Dialect.Writers));
            if (next is null || next > clock.Now() || stop.IsCancellationRequested)
            {
                return next;
            }

            var fired = await BatchAsync(Batch, stop);
            while (fired >= Batch && !stop.IsCancellationRequested)
            {
                fired = (await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => BatchAsync(Batch, stop), CancellationToken.None)))).Sum();
            }

            if (fired == 0)
            {
                return null; // another node has it
            }
        }
    }

    /// <summary>One batch; gives how many subjects were drawn. What was drawn is finished, also when the program is told to stop.</summary>
    public async Task<int> BatchAsync(int count, CancellationToken stop)
    {
        var claim = Guid.CreateVersion7();
        using var end = leases.End();
        var subjects = await WithDbAsync(db => db.ClaimClocksAsync(claim, count, clock.Now(), leases.Moment, CancellationToken.None));
        if (subjects.Count > 0 && !await TryTogetherAsync(claim, subjects, end.Token))
        {
            foreach (var subject in subjects)
            {
                await AloneAsync(claim, subject, end.Token);
            }
        }

        return subjects.Count;
    }

    private async Task<bool> TryTogetherAsync(Guid claim, IReadOnlyList<Subject> subjects, CancellationToken ct)
    {
        try
        {
            return await FireAsync(claim, subjects, ct);
        }
        catch (Exception e)
        {
            LogTogetherFailed(subjects.Count, e.GetType().Name); // one of them: each gets its own transaction
            return false;
        }
    }

    private async Task AloneAsync(Guid claim, Subject subject, CancellationToken ct)
    {
        try
        {
            await FireAsync(claim, [subject], ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody acted on it in between: it is looked at again at once.
            await WithDbAsync(db => db.EndClaimsAsync(claim, [subject], CancellationToken.None));
        }
        catch (Exception e)
        {
            LogFailed(e, subject.Kind, subject.Id);
            await WithDbAsync(async db =>
            {
                await db.PutOffAsync(claim, subject, leases.Now.AddMinutes(1), CancellationToken.None);
                return true;
            });
        }
    }

    // False when a claim was lost: another node has it, nothing is stored.
    private async Task<bool> FireAsync(Guid claim, IReadOnlyList<Subject> subjects, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var by = new By(Actor.Platform, clock.Now());
        var aggregates = await AggregateLoaders.LoadAsync(db, subjects, ct);
        foreach (var aggregate in aggregates)
        {
            Wake(aggregate, by);
        }

        var facts = aggregates.SelectMany(a => a.Taken).SelectMany(s => s.Facts).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (!await db.EndClaimsAsync(claim, subjects, ct))
        {
            return false;
        }

        await transaction.CommitAsync(ct);
        Meters.Fired.Add(facts.Count(f => f is ClockWarned or ClockMissed));
        Meters.FiredLate.Add(facts.Count(f => f is ClockWarned { LateBy: > 0 } or ClockMissed { LateBy: > 0 }));
        return true;
    }

    private void Wake(Aggregate aggregate, By by)
    {
        for (var i = 0; aggregate.Clocks.Where(c => c.WakeAt <= by.At).MinBy(c => (c.WakeAt, c.No)) is { } due; i++)
        {
            if (i == TooMany)
            {
                throw new InvalidOperationException($"A {due.Kind} clock of {aggregate.Subject} wakes without end.");
            }

            aggregate.Wake(due, timetables.For(due.Rule), by);
        }
    }

    private async Task<T> WithDbAsync<T>(Func<MinqingDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<MinqingDb>());
    }

    [LoggerMessage(LogLevel.Information, "{Count} subjects could not be woken together ({Failure}); they are woken one by one")]
    private partial void LogTogetherFailed(int count, string failure);

    [LoggerMessage(LogLevel.Error, "{Kind} {Subject} could not be woken; it is tried again in a minute")]
    private partial void LogFailed(Exception failure, SubjectKind kind, Guid subject);
}
