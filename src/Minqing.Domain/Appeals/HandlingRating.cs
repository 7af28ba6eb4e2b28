using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>What somebody who checked it says of the handling, as they say it.</summary>
public sealed record Evaluation(int Rating, Written? Words);

/// <summary>How whoever instructed, listed or checked it rates the handling: 1 (very good) to 5. Never in place of the reporter's, nor averaged into it (H-28).</summary>
public sealed class HandlingRating
{
    private HandlingRating()
    {
    }

    internal HandlingRating(HandlingRated fact, By by) =>
        (No, Round, Rating, Words, Post, Person, At) = (fact.No, fact.Round, fact.Rating, fact.Words, by.Actor.Post, by.Actor.Person, by.At);

    public int No { get; private set; }

    public int Round { get; private set; }

    public int Rating { get; private set; }

    public Guid? Words { get; private set; }

    public PostId? Post { get; private set; }

    public PersonId? Person { get; private set; }

    public DateTime At { get; private set; }
}
