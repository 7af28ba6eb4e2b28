using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>A closed round that was drawn for the city to look at again.</summary>
public sealed class SampledAppeal
{
    public required AppealId Appeal { get; init; }

    public required int Round { get; init; }

    public required DateTime DrawnAt { get; init; }

    public SampleState State { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who looked at it; null while nobody has.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Somebody looked, or it went on without that.</summary>
    public void Decide(SampleState state, By by) => (State, DecidedAt, DecidedBy) = (state, by.At, by.Actor.Person);
}

/// <summary>What became of a drawn round.</summary>
public enum SampleState
{
    Waiting,
    Passed,

    /// <summary>Found not done: it started again.</summary>
    Reopened,

    /// <summary>It started again for another reason before anybody looked.</summary>
    Overtaken,
}
