using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>Somebody who stands in for the holder of a post while they are away (O-06). What would go to the holder goes to them; both see it.</summary>
public sealed class StandIn
{
    internal StandIn(StandInNamed fact) => (No, Person, Since, Until, Shift) = (fact.No, fact.Person, fact.From, fact.Until, fact.Shift);

    private StandIn()
    {
    }

    /// <summary>1, 2, 3 … within the post.</summary>
    public int No { get; private set; }

    public PersonId Person { get; private set; }

    public DateTime Since { get; private set; }

    /// <summary>The first instant at which the holder is back.</summary>
    public DateTime Until { get; private set; }

    /// <summary>A shift of the duty roster, also the holder's own; else the holder is away.</summary>
    public bool Shift { get; private set; }

    public bool Covers(DateTime at) => Since <= at && at < Until;

    /// <summary>Whether some of that time is its own; one called off before it began has none.</summary>
    public bool Overlaps(DateTime from, DateTime until) => Since < Until && Since < until && from < Until;

    internal void End(DateTime until) => Until = until;
}
