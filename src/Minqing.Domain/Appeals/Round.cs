using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>One round of handling: why it began, its result, what the check made of it.</summary>
public sealed class Round
{
    private Round()
    {
    }

    internal Round(RoundBegun fact, By by) => (No, Reason, Level, BegunAt) = (fact.No, fact.Reason, fact.Level, by.At);

    public int No { get; private set; }

    public RoundReason Reason { get; private set; }

    public int Level { get; internal set; }

    public DateTime BegunAt { get; private set; }

    /// <summary>The result in words for the reporter (a text).</summary>
    public Guid? Result { get; private set; }

    /// <summary>The measures taken (a text).</summary>
    public Guid? Measures { get; private set; }

    /// <summary>What the handler says became of it.</summary>
    public Outcome? Claimed { get; private set; }

    /// <summary>Why the demand is unfounded; null when it is not.</summary>
    public UnfoundedReason? Unfounded { get; private set; }

    public DateOnly? PromisedFor { get; private set; }

    /// <summary>The photos handed in as evidence.</summary>
    public IReadOnlyList<Guid> Evidence { get; private set; } = [];

    public DateTime? SubmittedAt { get; private set; }

    public PersonId? SubmittedBy { get; private set; }

    public UnitId? Checker { get; internal set; }

    /// <summary>What someone other than the handler verified.</summary>
    public Outcome? Verified { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public PersonId? CheckedBy { get; private set; }

    public int Rejections { get; private set; }

    /// <summary>Accountability found that it was closed falsely: it counts as not solved.</summary>
    public DateTime? FoundFalseAt { get; private set; }

    internal void FoundFalse(By by) => FoundFalseAt = by.At;

    internal void Submit(ResultSubmitted fact, By by) =>
        (Result, Measures, Claimed, Unfounded, PromisedFor, Evidence, SubmittedAt, SubmittedBy, Checker) =
        (fact.Result, fact.Measures, fact.Outcome, fact.Unfounded, fact.PromisedFor, [.. fact.Evidence.Select(e => e.Id.Value)], by.At, by.Actor.Person, fact.Checker);

    internal void Prove(PromiseProofSubmitted fact, By by) =>
        (Measures, Evidence, Claimed, SubmittedAt, SubmittedBy, Checker) =
        (fact.Proof, [.. Evidence, .. fact.Evidence.Select(e => e.Id.Value)], Outcome.Solved, by.At, by.Actor.Person, fact.Checker ?? Checker);

    internal void Accept(Outcome verified, By by) => (Verified, CheckedAt, CheckedBy) = (verified, by.At, by.Actor.Person);

    internal void Reject() => (SubmittedAt, Rejections) = (null, Rejections + 1);
}
