using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>One appeal on a unit's list as it stood when the list was made, and what the unit objects.</summary>
public sealed class ReconciledLine
{
    private ReconciledLine()
    {
    }

    internal ReconciledLine(int no, LineListed line) => (No, Appeal, Stage, DueAt, Late, Returned, Suspended, Beside) = (no, line.Appeal, line.Stage, line.DueAt, line.Late, line.Returned, line.Suspended, line.Beside);

    public int No { get; private set; }

    public AppealId Appeal { get; private set; }

    public Stage Stage { get; private set; }

    /// <summary>Until when it was to be handled.</summary>
    public DateTime? DueAt { get; private set; }

    public bool Late { get; private set; }

    /// <summary>It had come back: sent down, refused by the check, or begun again.</summary>
    public bool Returned { get; private set; }

    public bool Suspended { get; private set; }

    /// <summary>What the unit says is otherwise (a text); null where it agrees.</summary>
    public Guid? Objection { get; private set; }

    /// <summary>The unit works on it beside the lead; late is then its own task.</summary>
    public bool Beside { get; private set; }

    /// <summary>Whether the centre agreed with the objection: then the line does not count. Null while it has not ruled.</summary>
    public bool? Upheld { get; private set; }

    /// <summary>Why (a text).</summary>
    public Guid? Ruling { get; private set; }

    public DateTime? RuledAt { get; private set; }

    internal void Object(Guid words) => Objection = words;

    internal void Rule(LineRuled ruled, DateTime at) => (Upheld, Ruling, RuledAt) = (ruled.Upheld, ruled.Words, at);
}
