namespace Minqing.Domain.Policy;

/// <summary>Where an appeal stands. Outcome, rating and lateness are facts of their own, never stages.</summary>
public enum Stage
{
    Received,
    Screening,
    Dispatching,
    Handling,
    Checking,
    FollowingUp,
    Settled,
    Declined,
    Invalid,
    Withdrawn,
    Merged,
    Referred,
}
