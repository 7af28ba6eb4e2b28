using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What one unit made of an appeal in the second stage (H-14).</summary>
public sealed class Triage
{
    private Triage()
    {
    }

    internal Triage(AppealTriaged fact, By by) =>
        (No, Unit, General, Urgent, Lawful, PublicInterest, Words, At) = (fact.No, fact.Unit, fact.General, fact.Urgent, fact.Lawful, fact.PublicInterest, fact.Words, by.At);

    public int No { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>How many it concerns, 1 to 5; the other scales alike.</summary>
    public int General { get; private set; }

    public int Urgent { get; private set; }

    public int Lawful { get; private set; }

    public int PublicInterest { get; private set; }

    /// <summary>Why (a text).</summary>
    public Guid Words { get; private set; }

    public DateTime At { get; private set; }
}
