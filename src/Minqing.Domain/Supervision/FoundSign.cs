using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>A sign that a closing may be false. It is looked into by people and decides nothing by itself (H-26).</summary>
public sealed class FoundSign
{
    /// <summary>Made from appeal, round and what was seen, so that it is found once.</summary>
    public required Guid Id { get; init; }

    public required AppealId Appeal { get; init; }

    public required int Round { get; init; }

    public required FalseSign Sign { get; init; }

    public required DateTime FoundAt { get; init; }

    /// <summary>The other appeal: where the photo was used before, or with which the matter came back.</summary>
    public AppealId? Other { get; init; }

    /// <summary>The photo that it is about.</summary>
    public Guid? Photo { get; init; }

    /// <summary>How many minutes, metres or days.</summary>
    public int? Measured { get; init; }
}

/// <summary>What looks false about a closing.</summary>
public enum FalseSign
{
    /// <summary>Handed in within minutes, and nobody was called.</summary>
    ClosedWithoutCall,

    /// <summary>The same photo was evidence of another appeal.</summary>
    PhotoReused,

    /// <summary>The photo that shows the result is the one that the reporter sent of the fault.</summary>
    PhotoOfReporter,

    PhotoTakenElsewhere,

    /// <summary>Taken before anybody reported it.</summary>
    PhotoTakenBefore,

    /// <summary>Verified as solved, and the reporter says that it is not.</summary>
    ReporterDenies,

    /// <summary>The same matter at the same place was reported again soon after.</summary>
    SameMatterBack,
}
