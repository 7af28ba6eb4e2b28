using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>More time that was asked for: by whom, how much, what was decided (D-04).</summary>
public sealed class ExtensionRequest
{
    private ExtensionRequest()
    {
    }

    internal ExtensionRequest(ExtensionAsked fact, By by) =>
        (No, Clock, Days, Reason, Unit, Granter, AskedBy, AskedAt) = (fact.No, fact.Clock, fact.Days, fact.Reason, fact.By, fact.Granter, by.Actor.Person, by.At);

    public int No { get; private set; }

    /// <summary>The clock that it is for.</summary>
    public int Clock { get; private set; }

    /// <summary>In working days.</summary>
    public int Days { get; private set; }

    /// <summary>Why (a text).</summary>
    public Guid Reason { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>The unit that decides it.</summary>
    public UnitId Granter { get; private set; }

    /// <summary>Who asked; somebody else decides.</summary>
    public PersonId? AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public bool? Granted { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    internal void Succeed(UnitSucceeded fact) => (Unit, Granter) = (Unit == fact.From ? fact.To : Unit, Granter == fact.From ? fact.To : Granter);

    internal void Decide(bool granted, By by) => (Granted, DecidedAt) = (granted, by.At);
}
