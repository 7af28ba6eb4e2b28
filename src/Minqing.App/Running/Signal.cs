namespace Minqing.App.Running;

/// <summary>Tells the loops of this node that there may be work. Take <see cref="Rung"/> before looking, so that no ring is missed.</summary>
public sealed class Signal
{
    private TaskCompletionSource rung = Fresh();
    private TaskCompletionSource saved = Fresh();

    /// <summary>Something was saved, here or on another node.</summary>
    public Task Rung => Volatile.Read(ref rung).Task;

    /// <summary>Something was saved on this node.</summary>
    public Task Saved => Volatile.Read(ref saved).Task;

    public void Ring() => Interlocked.Exchange(ref rung, Fresh()).TrySetResult();

    public void RingEverywhere()
    {
        Ring();
        Interlocked.Exchange(ref saved, Fresh()).TrySetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
