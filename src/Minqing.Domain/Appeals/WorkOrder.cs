using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>One unit's task under an appeal. Never re-addressed: up, down and sideways end one and open the next. Only a unit that another took the place of is followed by that one.</summary>
public sealed class WorkOrder
{
    private WorkOrder()
    {
    }

    internal WorkOrder(OrderIssued fact, By by) =>
        (No, Round, Parent, Issuer, Unit, Level, Role, Ruled, Requirement, IssuedAt, IssuedBy, State) =
        (fact.No, fact.Round, fact.Parent, fact.Issuer, fact.Unit, fact.Level, fact.Role, fact.Ruled, fact.Requirement, by.At, by.Actor.Person, OrderState.Issued);

    public int No { get; private set; }

    public int Round { get; private set; }

    public int? Parent { get; private set; }

    public UnitId? Issuer { get; private set; }

    public UnitId Unit { get; private set; }

    public int Level { get; private set; }

    public OrderRole Role { get; internal set; }

    public OrderState State { get; private set; }

    /// <summary>Given by a ruling: it can be neither sent up nor back.</summary>
    public bool Ruled { get; private set; }

    /// <summary>Asked to decide who does it, not to take it.</summary>
    public bool ToRule { get; internal set; }

    public Guid? Requirement { get; private set; }

    public DateTime IssuedAt { get; private set; }

    /// <summary>Who dispatched it; null when the platform did on receipt.</summary>
    public PersonId? IssuedBy { get; private set; }

    public DateTime? SignedAt { get; private set; }

    public PersonId? SignedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Why the unit disputes that it is its duty; null while it does not.</summary>
    public ReturnReason? Objection { get; private set; }

    /// <summary>Whether its objection was upheld: it was dispatched to the wrong unit.</summary>
    public bool? Upheld { get; private set; }

    /// <summary>When the lead urged this unit beside it.</summary>
    public DateTime? UrgedAt { get; private set; }

    public bool Open => EndedAt is null;

    /// <summary>Works beside the lead, inside the platform.</summary>
    public bool Beside => Role is OrderRole.Co or OrderRole.ActFirst or OrderRole.Whistled;

    /// <summary>How long it was in this hand, until <paramref name="now"/> where it still is (H-12).</summary>
    public TimeSpan InHand(DateTime now) => (EndedAt ?? now) - IssuedAt;

    internal void Object(ReturnReason reason) => Objection = reason;

    internal void Ruling(bool upheld) => Upheld = upheld;

    internal void Succeed(UnitSucceeded fact) => (Unit, Issuer) = (Unit == fact.From ? fact.To : Unit, Issuer == fact.From ? fact.To : Issuer);

    internal void Urge(By by) => UrgedAt ??= by.At;

    internal void Move(OrderState state, By by)
    {
        State = state;
        if (state == OrderState.Signed)
        {
            (SignedAt, SignedBy) = (by.At, by.Actor.Person);
        }

        EndedAt = state is OrderState.Done or OrderState.Returned or OrderState.Recalled ? by.At : null;
    }

    // The unit above took it: what this one did of it ends as sent up, not as done.
    internal void Leave(By by) => EndedAt = by.At;
}

/// <summary>What a unit is to the appeal under an order.</summary>
public enum OrderRole
{
    /// <summary>Must solve it: exactly one at a time.</summary>
    Lead,

    /// <summary>Was asked to take it over from below; the lead below stays until it does.</summary>
    Upper,
    Co,

    /// <summary>Works while it is being ruled who must.</summary>
    ActFirst,

    /// <summary>Called to the place: reports in.</summary>
    Whistled,

    /// <summary>Stands outside the platform and answers.</summary>
    External,
}

/// <summary>How far a unit's task has come.</summary>
public enum OrderState
{
    Issued,
    Signed,
    Working,
    Submitted,
    Done,
    Returned,

    /// <summary>Sent up; still the lead's until the level above takes it.</summary>
    Raised,
    Recalled,
}
