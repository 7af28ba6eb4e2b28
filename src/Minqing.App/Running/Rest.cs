using Minqing.App.Kernel;

namespace Minqing.App.Running;

/// <summary>How a loop waits for work: until it is called, until the program's time comes to an instant, or for a while.</summary>
public sealed class Rest(TimeProvider clock, RunningSettings settings)
{
    /// <param name="rung">The signal, taken before the loop last looked.</param>
    /// <param name="until">Program time, if something is known to come.</param>
    public async Task TakeAsync(Task rung, DateTime? until, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var comes = until is { } at && at - clock.Now() is var wait && wait < TimeSpan.FromDays(1)
            ? Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), clock, over.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, over.Token);
        await Task.WhenAny(rung, comes, Task.Delay(settings.Rest, TimeProvider.System, over.Token));
        await over.CancelAsync();
    }
}
