using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>One call to the reporter by the first contact.</summary>
public sealed class Call
{
    private Call()
    {
    }

    internal Call(CallRecorded fact, By by) =>
        (No, Outcome, Said, At, Person, Post) = (fact.No, fact.Outcome, fact.Said, by.At, by.Actor.Person, by.Actor.Post);

    public int No { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>The text that says what was said.</summary>
    public Guid? Said { get; private set; }

    public DateTime At { get; private set; }

    public PersonId? Person { get; private set; }

    public PostId? Post { get; private set; }
}
