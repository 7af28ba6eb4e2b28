using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Appeals;

/// <summary>A case of work began with a report. <paramref name="About"/> is the unit that the reporter says it is about.</summary>
public sealed record AppealAccepted(
    ReportId Report,
    Place Place,
    DateOnly LocalDay,
    Guid Words,
    string Category,
    Intent Intent,
    Urgency Urgency,
    UnitId Desk,
    string Profile,
    string ProfileVersion,
    UnitId? About = null) : DomainEvent;

/// <summary>A round of handling began.</summary>
public sealed record RoundBegun(int No, RoundReason Reason, int Level) : DomainEvent;

/// <summary>A unit was given the appeal, or asked to take it. <paramref name="Grade"/> is the one that it has with a new lead; null where it stays.</summary>
public sealed record OrderIssued(int No, int Round, int? Parent, UnitId? Issuer, UnitId Unit, int Level, OrderRole Role, bool Ruled, Guid? Requirement, Grade? Grade = null) : DomainEvent;

/// <summary>A work order changed its state.</summary>
public sealed record OrderMoved(int No, OrderState State, Guid? Reason) : DomainEvent;

/// <summary>The unit asked to take it took it: its order is the lead now.</summary>
public sealed record OrderTaken(int No, Grade Grade) : DomainEvent;

/// <summary>It went up past this level, whose unit is told.</summary>
public sealed record LevelSkipped(int Level, UnitId Unit) : DomainEvent;

/// <summary>It was sent up and came back so often that the centre now decides who does it.</summary>
public sealed record RulingAsked(int Order) : DomainEvent;

/// <summary>A result was handed in for the round. <paramref name="Unshown"/>: why its photos do not show all that the category wants.</summary>
public sealed record ResultSubmitted(int Round, Guid Result, Guid Measures, Outcome Outcome, DateOnly? PromisedFor, Grade Grade, string Category, IReadOnlyList<MediaRef> Evidence, UnitId Checker, UnfoundedReason? Unfounded = null, Guid? Unshown = null) : DomainEvent;

/// <summary>The check accepted the result: the appeal is closed, which is not solved and not settled.</summary>
public sealed record ResultAccepted(int Round, Outcome Verified) : DomainEvent;

/// <summary>The check refused the result.</summary>
public sealed record ResultRejected(int Round, RejectionKind Kind, Guid Reason, string? Sentence) : DomainEvent;

/// <summary>The stage changed.</summary>
public sealed record StageMoved(Stage Stage) : DomainEvent;

/// <summary>One of several reporters has had their say or withdrew. Written with the appeal, so that of two at the same moment the later one sees the other.</summary>
public sealed record ReporterHeard(ReportId Report) : DomainEvent;

/// <summary>Followed up, or tried often enough: struck off.</summary>
public sealed record AppealSettled : DomainEvent;

/// <summary>The last reporter withdrew.</summary>
public sealed record AppealWithdrawn : DomainEvent;

/// <summary>The centre saw it differently.</summary>
public sealed record AppealReclassified(string Category, Grade Grade, Urgency Urgency, Guid Reason, Intent? Intent = null) : DomainEvent;

/// <summary>Words among those who handle, never shown to the reporter.</summary>
public sealed record NoteWritten(Guid Words) : DomainEvent;

/// <summary>Whom the appeal is about: no step may address them.</summary>
public sealed record TargetNamed(int No, UnitId? Unit, PostId? Post, IReadOnlyList<UnitId> Within) : DomainEvent;

/// <summary>A promise was proven, or handed in as proven, before its date.</summary>
public sealed record PromiseProofSubmitted(int Round, Guid Proof, IReadOnlyList<MediaRef> Evidence, UnitId? Checker = null, Guid? Unshown = null) : DomainEvent;

/// <summary>The appeal went into another one; its own row, journal and stage before stay.</summary>
public sealed record AppealMerged(AppealId Into) : DomainEvent;

/// <summary>The appeal stands for itself again.</summary>
public sealed record AppealUnmerged(Stage Stage) : DomainEvent;

/// <summary>The place belongs to another region than before: the place is the same, its path in the tree is not. <paramref name="Region"/> is null where the region is the same and only stands elsewhere.</summary>
public sealed record AreaMoved(string From, string To, RegionId? Region = null) : DomainEvent
{
    /// <summary>The step that tells it, of whatever lies there.</summary>
    public const string Step = "area-moved";

    /// <summary>From one place to another; null where they are the same.</summary>
    public static AreaMoved? Between(RegionId from, string path, RegionId to, string toPath) =>
        (from, path) == (to, toPath) ? null : new(path, toPath, from == to ? null : to);
}
