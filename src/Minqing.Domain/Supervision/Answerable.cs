using Minqing.Domain.Kernel;

namespace Minqing.Domain.Supervision;

/// <summary>Somebody who answers for it by post: whoever held the post then.</summary>
public sealed class Answerable
{
    private Answerable()
    {
    }

    internal Answerable(AnswerableNamed fact) =>
        (No, Post, Unit, Person, HeldAt, Consequence, Words) = (fact.No, fact.Post, fact.Unit, fact.Person, fact.HeldAt, fact.Consequence, fact.Words);

    public int No { get; private set; }

    public PostId Post { get; private set; }

    public UnitId Unit { get; private set; }

    /// <summary>Null when the post was vacant then.</summary>
    public PersonId? Person { get; private set; }

    public DateTime HeldAt { get; private set; }

    public Consequence Consequence { get; private set; }

    /// <summary>What they are held to have done (a text).</summary>
    public Guid Words { get; private set; }
}
