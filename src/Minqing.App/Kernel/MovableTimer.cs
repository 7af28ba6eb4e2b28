namespace Minqing.App.Kernel;

/// <summary>One timer of a movable clock.</summary>
internal sealed class MovableTimer(MovableClock clock, Action callback) : ITimer
{
    /// <summary>UTC ticks of its next ring.</summary>
    public long At { get; set; }

    public TimeSpan? Period { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Period = period > TimeSpan.Zero ? period : null;
        clock.Arm(this, dueTime > TimeSpan.Zero ? dueTime : dueTime == TimeSpan.Zero ? Period : null);
        if (dueTime == TimeSpan.Zero)
        {
            Ring();
        }

        return true;
    }

    // As a real timer does: never on the thread of whoever moved the clock.
    public void Ring() => ThreadPool.UnsafeQueueUserWorkItem(_ => callback(), null);

    public void Dispose() => clock.Arm(this, null);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
