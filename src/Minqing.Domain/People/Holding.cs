using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>A person in a post, from an instant to an instant.</summary>
public sealed class Holding
{
    internal Holding(int no, PersonId person, DateTime since) => (No, Person, Since) = (no, person, since);

    private Holding()
    {
    }

    /// <summary>1, 2, 3 … within the post.</summary>
    public int No { get; private set; }

    public PersonId Person { get; private set; }

    public DateTime Since { get; private set; }

    /// <summary>The first instant at which they no longer held it; null while they do.</summary>
    public DateTime? Until { get; private set; }

    public bool Covers(DateTime at) => Since <= at && (Until is not { } until || at < until);

    internal void End(DateTime until) => Until = until;
}
