namespace Minqing.Testing;

/// <summary>A clock that stands still until it is told; its timers fire when it passes them.</summary>
public sealed class SettableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = start;

    /// <summary>Where tests start: a Monday morning in Baiyin, 09:00 local.</summary>
    public SettableClock() : this(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by) => Set(GetUtcNow() + by);

    public void Set(DateTimeOffset to)
    {
        while (true)
        {
            Alarm? next;
            lock (gate)
            {
                next = alarms.Where(a => a.At <= to).MinBy(a => a.At);
                now = next is { At: var at } && at > now ? at : next is null ? to : now;
            }

            if (next is null)
                return;
            next.Ring();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SettableClock clock, Action callback) : ITimer
    {
        private TimeSpan every;

        public DateTimeOffset At { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                every = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    At = clock.now + dueTime;
                    clock.alarms.Add(this);
                }
            }

            if (dueTime == TimeSpan.Zero)
                Ring();
            return true;
        }

        public void Ring()
        {
            lock (clock.gate)
            {
                if (every > TimeSpan.Zero)
                    At += every;
                else if (!clock.alarms.Remove(this))
                    return;
            }

            callback();
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
