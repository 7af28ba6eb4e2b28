using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Minqing.App.Kernel;
using Minqing.App.Policy;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Running;

/// <summary>Runs what has come due by the program's time. Of two processes the one whose save comes first has done it; the other's is taken back whole.</summary>
public sealed partial class RunSchedule(IServiceScopeFactory scopes, Profile profile, Timetables timetables, TimeProvider clock, ILogger<RunSchedule> log)
{
    private readonly ConcurrentDictionary<string, DateTime> done = new(StringComparer.Ordinal);

    /// <summary>Runs all that is due; gives when the next thing is, and null when something failed: it is to be tried again shortly.</summary>
    public async Task<DateTime?> AllDueAsync(CancellationToken ct)
    {
        var (jobs, now, failed) = (Schedule.Of(profile), clock.Now(), false);
        foreach (var job in jobs)
        {
            var slot = job.When.Latest(now, Worked(job));
            if (done.GetValueOrDefault(job.Name) != slot)
            {
                failed |= !await TryAsync(job, slot, ct);
            }
        }

        return failed || jobs.Count == 0 ? null : jobs.Min(j => j.When.Next(now, Worked(j)));
    }

    private WorkCalendar? Worked(ScheduledJob job) => job.AtWork ? timetables.InForce.Calendar : null;

    // One that fails holds up none of the others.
    private async Task<bool> TryAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        try
        {
            await RunAsync(job, slot, ct);
            done[job.Name] = slot;
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailed(e, job.Name, slot);
            return false;
        }
    }

    private async Task RunAsync(ScheduledJob job, DateTime slot, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        if (await db.ScheduleRuns.AnyAsync(r => r.Job == job.Name && r.Slot >= slot, ct))
        {
            return;
        }

        await ((IScheduled)scope.ServiceProvider.GetRequiredService(job.Work)).WorkAsync(job, slot, ct);
        db.ScheduleRuns.Add(new() { Job = job.Name, Slot = slot, RanAt = clock.Now() });
        try
        {
            await db.SaveChangesAsync(ct);
            LogRan(job.Name, slot);
        }
        catch (DbUpdateException failure) when (db.Dialect.IsDuplicateKey(failure))
        {
            // Another process was quicker: it is done.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Job} of {Slot} was run")]
    private partial void LogRan(string job, DateTime slot);

    [LoggerMessage(LogLevel.Error, "{Job} of {Slot} failed; it is tried again shortly")]
    private partial void LogFailed(Exception failure, string job, DateTime slot);
}
