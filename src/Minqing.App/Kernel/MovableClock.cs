namespace Minqing.App.Kernel;

/// <summary>A clock that stands still until it is moved, for demonstrations and tests; its timers fire when it comes to or past them.</summary>
public class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly HashSet<MovableTimer> armed = [];
    private long ticks = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Move(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Forward or back. A timer that the clock jumped over several times fires once.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        MovableTimer[] due;
        lock (gate)
        {
            Interlocked.Exchange(ref ticks, instant.UtcTicks);
            due = [.. armed.Where(t => t.At <= instant.UtcTicks).OrderBy(t => t.At)];
            foreach (var timer in due)
            {
                Rearm(timer);
            }
        }

        foreach (var timer in due)
        {
            timer.Ring();
        }
    }

    internal void Arm(MovableTimer timer, TimeSpan? wait)
    {
        lock (gate)
        {
            armed.Remove(timer);
            if (wait is { } after)
            {
                timer.At = GetTimestamp() + after.Ticks;
                armed.Add(timer);
            }
        }
    }

    private void Rearm(MovableTimer timer)
    {
        if (timer.Period is { } period)
        {
            timer.At = GetTimestamp() + period.Ticks;
        }
        else
        {
            armed.Remove(timer);
        }
    }
}
