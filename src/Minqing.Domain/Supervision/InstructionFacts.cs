using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>A leader instructed on an appeal. <paramref name="Unit"/> answers for it; with <paramref name="ToPost"/> it is for that post of it alone.</summary>
public sealed record InstructionGiven(AppealId Appeal, string Path, Role Role, RegionLevel Level, UnitId Unit, PostId? Post, bool ToPost, Guid Words, bool AnswerDue) : DomainEvent;

/// <summary>Others took the place of whom it is for: they answer it.</summary>
public sealed record InstructionSucceeded(UnitId? Unit, PostId? Post, string Path) : DomainEvent;

/// <summary>Whom it is for has read it.</summary>
public sealed record InstructionAcknowledged : DomainEvent;

/// <summary>It was answered.</summary>
public sealed record InstructionAnswered(Guid Words) : DomainEvent;

/// <summary>The answer did not do.</summary>
public sealed record InstructionSentBack(int Times, Guid Reason) : DomainEvent;

/// <summary>The answer was accepted.</summary>
public sealed record InstructionDone : DomainEvent;
