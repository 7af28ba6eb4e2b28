using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>What a unit had to do was listed.</summary>
public sealed record UnitListed(DateTime Slot, UnitId Unit, string Path, int Open, int Late, int Returned, int Suspended, IReadOnlyList<LineListed> Lines, int Beside = 0) : DomainEvent;

/// <summary>One appeal on it, as it stood.</summary>
public sealed record LineListed(AppealId Appeal, Stage Stage, DateTime? DueAt, bool Late, bool Returned, bool Suspended, bool Beside = false);

/// <summary>The unit confirmed its list, but for what it objects.</summary>
public sealed record ListConfirmed(IReadOnlyList<LineObjected> Objections) : DomainEvent;

/// <summary>On this line it is otherwise (a text says how).</summary>
public sealed record LineObjected(int No, Guid Words);

/// <summary>The centre ruled on what the unit objected.</summary>
public sealed record ObjectionsRuled(IReadOnlyList<LineRuled> Lines) : DomainEvent;

/// <summary>On this line the unit is right, or not, and why (a text).</summary>
public sealed record LineRuled(int No, bool Upheld, Guid Words);

/// <summary>The unit objects nothing on this line.</summary>
public sealed record NothingObjected() : NotValid("line");

/// <summary>The objection on a line was ruled on before.</summary>
public sealed record LineRuledAlready(int Line, DateTime At) : NotPossible;

/// <summary>The list was confirmed before; it cannot be confirmed again.</summary>
public sealed record ReconciledAlready(DateTime At) : NotPossible;

/// <summary>The list has no such line.</summary>
public sealed record NoSuchLine() : NotValid("line");

/// <summary>There is no such list of one's unit, or of a unit of one's area.</summary>
public sealed record NoSuchReconciliation : NotFound;
