using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Units that others took the place of (O-09).
public sealed partial class Appeal
{
    /// <summary>What is open with units that are no more stands with their successors from now on; its clocks run on as they are.</summary>
    public void Succeed(Succession succession, By by)
    {
        foreach (var (from, to) in succession.Units.Where(u => StandsWith(u.Key)))
        {
            Take("unit-succeeded", by, [],
            [
                .. Doubled(from, to).SelectMany(o => Recalled(o, by.At)),
                new UnitSucceeded(from, to),
                .. Clocks.Where(c => c.Runs && c.Unit == from).Select(c => new ClockHanded(c.No, to)),
                .. IsTarget(from) && !IsTarget(to) ? (DomainEvent[])[new TargetNamed(targets.Count + 1, to, null, [])] : [],
            ]);
        }
    }

    private bool StandsWith(UnitId unit) =>
        Lead == unit || Desk == unit || (Undispatched && Screener == unit) || (Stage == Stage.Checking && Current.Checker == unit) || AskedExtension?.Granter == unit
        || orders.Exists(o => o.Open && (o.Unit == unit || o.Issuer == unit)) || Clocks.Any(c => c.Runs && c.Unit == unit) || IsTarget(unit);

    // One unit has one order of an appeal: of two that become one's, the one nearer to the lead stays.
    private IEnumerable<WorkOrder> Doubled(UnitId from, UnitId to) =>
        orders.Where(o => o.Open && (o.Unit == from || o.Unit == to)).OrderBy(o => o.Role).Skip(1).Where(o => o.Role != OrderRole.Lead).ToList();

    private void Succeeded(UnitSucceeded fact)
    {
        UnitId Of(UnitId unit) => unit == fact.From ? fact.To : unit;
        orders.Where(o => o.Open).ToList().ForEach(o => o.Succeed(fact));
        AskedExtension?.Succeed(fact);
        (Lead, Desk, Screener) = (Lead is { } lead ? Of(lead) : null, Of(Desk), Undispatched && Screener is { } screener ? Of(screener) : Screener);
        if (Stage == Stage.Checking && Current.Checker is { } checker)
        {
            Current.Checker = Of(checker);
        }
    }
}

/// <summary>A unit took the place of another that is no more: in law it is the same one, so that its open orders go on.</summary>
public sealed record UnitSucceeded(UnitId From, UnitId To) : DomainEvent;
