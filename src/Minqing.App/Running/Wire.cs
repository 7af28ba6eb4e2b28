using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Minqing.Storage;

namespace Minqing.App.Running;

/// <summary>Carries the signal between nodes where the database can. Its loss costs a second's delay, nothing else.</summary>
internal sealed partial class Wire(IServiceScopeFactory scopes, Signal signal, ILogger<Wire> log) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);
    private readonly string node = Guid.CreateVersion7().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(KeepAsync(ListenAsync, stoppingToken), KeepAsync(CallAsync, stoppingToken));

    private async Task KeepAsync(Func<MinqingDb, CancellationToken, Task<bool>> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await work(scope.ServiceProvider.GetRequiredService<MinqingDb>(), stop))
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(e.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task<bool> ListenAsync(MinqingDb db, CancellationToken stop)
    {
        if (db.Dialect.Notify is null)
        {
            return false;
        }

        await db.Database.OpenConnectionAsync(stop);
        await db.Dialect.ListenAsync(db.Database.GetDbConnection(), sender => Heard(sender), stop);
        return true;
    }

    // Calls are gathered for a moment: NOTIFY takes a lock that all commits share.
    private async Task<bool> CallAsync(MinqingDb db, CancellationToken stop)
    {
        if (db.Dialect.Notify is not { } notify)
        {
            return false;
        }

        var saved = signal.Saved;
        while (true)
        {
            await saved.WaitAsync(stop);
            saved = signal.Saved;
            await Task.Delay(Quiet, TimeProvider.System, stop);
            await db.Database.ExecuteSqlRawAsync(notify, [node], stop);
        }
    }

    private void Heard(string sender)
    {
        if (sender != node)
        {
            signal.Ring();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The wire between nodes is broken: {Failure}")]
    private partial void LogBroken(string failure);
}
