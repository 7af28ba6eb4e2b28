namespace Minqing.App.Running;

/// <summary>How the loops of this node work.</summary>
public sealed record RunningSettings
{
    /// <summary>How long a claim holds: after that, another node does the work of one that died.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a loop rests without looking.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After so many attempts a message is a dead letter.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>How long delivered messages are kept.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(30);
}
