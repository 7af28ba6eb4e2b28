using Minqing.Storage.Timers;

namespace Minqing.App.Running;

/// <summary>Claims hold in machine time, for the program's own time may stand still or jump.</summary>
public sealed class Leases(TimeProvider machine, RunningSettings settings)
{
    /// <summary>Nothing is ever claimed or put off further ahead; what is, comes from a machine whose time was wrong.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromHours(2);

    public DateTime Now => machine.GetUtcNow().UtcDateTime;

    public DateTime Until => Now + settings.Lease;

    public ClaimMoment Moment => new(Now, Until, Now + Furthest);

    /// <summary>Cancelled shortly before a lease that begins now ends.</summary>
    public CancellationTokenSource End() => new(settings.Lease * 0.9, machine);

    /// <summary>1 s, 4 s, 16 s … up to an hour.</summary>
    public DateTime After(int attempts) => Now + TimeSpan.FromSeconds(Math.Min(Math.Pow(4, Math.Clamp(attempts - 1, 0, 6)), 3600));

    public bool Exhausted(int attempts) => attempts >= settings.Attempts;
}
