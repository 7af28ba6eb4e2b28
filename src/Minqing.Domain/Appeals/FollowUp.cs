using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>One attempt to ask the reporter how it was, or their own rating by link (H-22).</summary>
public sealed class FollowUp
{
    private FollowUp()
    {
    }

    internal FollowUp(FollowedUp fact, By by) =>
        (No, Round, ByLink, Outcome, Attitude, Speed, Result, SaysSolved, Words, Finished, Appeal, At, Person) =
        (fact.No, fact.Round, fact.ByLink, fact.Outcome, fact.Attitude, fact.Speed, fact.Result, fact.SaysSolved, fact.Words, fact.Finished, fact.Appeal, by.At, by.Actor.Person);

    public int No { get; private set; }

    public int Round { get; private set; }

    public bool ByLink { get; private set; }

    public CallOutcome Outcome { get; private set; }

    public int? Attitude { get; private set; }

    public int? Speed { get; private set; }

    public int? Result { get; private set; }

    /// <summary>Whether the reporter says that it is solved; null where they did not say.</summary>
    public bool? SaysSolved { get; private set; }

    public Guid? Words { get; private set; }

    /// <summary>Whether with it the reporter has had their say, or was tried often enough.</summary>
    public bool Finished { get; private set; }

    /// <summary>The appeal that it was about.</summary>
    public AppealId? Appeal { get; private set; }

    public DateTime At { get; private set; }

    public PersonId? Person { get; private set; }

    public bool IsOf(AppealId appeal) => Appeal is null || Appeal == appeal;
}
