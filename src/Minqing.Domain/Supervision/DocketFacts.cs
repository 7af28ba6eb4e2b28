using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>It was put on a list, proposed, called or handed out.</summary>
public sealed record DocketOpened(
    DocketKind Kind, DocketState State, Guid Title, Guid Words, RegionId Region, string Path, string? Category,
    DocketOrigin? Origin, IReadOnlyList<AppealId> Appeals, PostId? OwnerPost, UnitId? OwnerUnit, int? Reports = null,
    VetoGround? Ground = null, int? Year = null) : DomainEvent;

/// <summary>The unit is barred from awards for the year.</summary>
public sealed record UnitVetoed(UnitId Unit, int Year) : DomainEvent;

/// <summary>The named post confirmed the project and gave it an owner.</summary>
public sealed record ProjectConfirmed(PostId? OwnerPost, UnitId OwnerUnit) : DomainEvent;

/// <summary>A unit took the place of another that is no more: what was its to do is the other's now.</summary>
public sealed record DocketSucceeded(UnitId From, UnitId To, PostId? OwnerPost) : DomainEvent;

/// <summary>Photos that were shown with a step, as proof or of what was seen.</summary>
public sealed record DocketShown(IReadOnlyList<MediaRef> Media) : DomainEvent;

/// <summary>It stands elsewhere now.</summary>
public sealed record DocketMoved(DocketState State, Guid? Words) : DomainEvent;

/// <summary>Why it keeps happening.</summary>
public sealed record CauseFound(Guid Words) : DomainEvent;

/// <summary>A unit is to do or answer something within a limit.</summary>
public sealed record DocketTaskSet(int No, UnitId Unit, Guid Requirement, int Clock) : DomainEvent;

/// <summary>The unit says what it has done, or answers.</summary>
public sealed record DocketTaskAnswered(int No, Guid Words) : DomainEvent;

/// <summary>The answer is good.</summary>
public sealed record DocketTaskAccepted(int No, Guid? Words) : DomainEvent;

/// <summary>The answer will not do: its clock never stopped.</summary>
public sealed record DocketTaskReturned(int No, Guid Words) : DomainEvent;

/// <summary>How far it is.</summary>
public sealed record ProgressReported(int No, Guid Words) : DomainEvent;

/// <summary>Somebody went there: who was there, what was found.</summary>
public sealed record DocketVisited(int No, DateTime On, Guid Present, Guid Found) : DomainEvent;

/// <summary>Who was there and what was said.</summary>
public sealed record MinutesKept(int No, Guid Present, Guid Words) : DomainEvent;

/// <summary>A post answers for it; <paramref name="Person"/> held it at the time, and does so still.</summary>
public sealed record AnswerableNamed(int No, PostId Post, UnitId Unit, PersonId? Person, DateTime HeldAt, Consequence Consequence, Guid Words) : DomainEvent;

/// <summary>What was found; another person must agree.</summary>
public sealed record FindingMade(Finding Finding, Guid Words) : DomainEvent;
