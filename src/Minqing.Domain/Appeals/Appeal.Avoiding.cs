using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Whom it is about neither gets it nor hears of it (P-12).
public sealed partial class Appeal
{
    /// <summary>Names whom it is about: no step may address it from now on. Whatever it has of it goes to the unit above.</summary>
    /// <param name="within">The units that contain it.</param>
    /// <param name="desk">Whose desk follows up where the one that should is whom it is about.</param>
    /// <param name="reports">Its reports, whose first contact the <paramref name="tiers"/> (by their turn keys) leave.</param>
    public Problem? NameTarget(UnitId? unit, PostId? post, IReadOnlyList<UnitId> within, LevelUnit? above, Hand hand, Rules rules, IReadOnlyList<Report>? reports = null, IReadOnlyCollection<string>? tiers = null, UnitId? desk = null)
    {
        var chosen = Choose(Step.NameTarget, hand, rules);
        if (chosen.Problem is { } no)
        {
            return no;
        }

        bool Is(UnitId? other) => other is { } it && (it == unit || within.Contains(it));
        var leaves = Stage == Stage.Handling && Is(Lead);
        // A further round goes to whoever is above.
        var again = Stage is Stage.Checking or Stage.FollowingUp or Stage.Settled && (Is(Lead) || (Lead is { } lead && IsTarget(lead)));
        if ((above is null && (leaves || again || (Undispatched && Is(Screener)) || (Stage == Stage.Checking && Is(Current.Checker))))
            || (Is(Desk) && desk is null))
        {
            return new NoLevelAbove();
        }

        var (by, before) = (chosen.Value, Desk);
        Take(Step.NameTarget.Name(), by, [],
        [
            new TargetNamed(targets.Count + 1, unit, post, within),
            .. leaves ? Readdress(LeadOrder, OrderState.Recalled, above!, ruled: true, by.Actor.Unit, null, rules, hand.At) : [],
            .. Beside(leaves, Is, hand.At),
            .. !leaves && AskedExtension is { } asked && Is(asked.Granter) ? Decided(asked, granted: false, null, hand.At) : [],
            .. Is(Desk) ? Replaced(desk!.Value, rules, hand.At) : [],
            .. Undispatched && Is(Screener) ? (DomainEvent[])[.. Meet(ClockKind.Dispatch, hand.At), new ScreeningBegun(above!.Unit, Stage), DispatchClock(above, Category, Urgency, Intent, rules, hand.At)] : [],
            .. Stage == Stage.Checking && Is(Current.Checker) ? (DomainEvent[])
                [.. End(ClockKind.Check, hand.At), new CheckerReplaced(above!.Unit), rules.Start(NextClock, ClockKind.Check, Round, Level, Category, Grade, Urgency, above.Unit, hand.At)] : [],
        ]);
        foreach (var report in reports ?? [])
        {
            report.Avoid(tiers ?? [], before, Desk, Step.NameTarget, by);
        }

        return null;
    }

    // Another desk follows up, within a time of its own.
    private IEnumerable<DomainEvent> Replaced(UnitId desk, Rules rules, DateTime at) =>
        [new DeskReplaced(desk), .. Stage == Stage.FollowingUp ? (DomainEvent[])[.. End(ClockKind.FollowUp, at), rules.Start(NextClock, ClockKind.FollowUp, Round, Level, Category, Grade, Urgency, desk, at)] : []];

    // Those beside the lead, or asked to take it over, that are whom it is about; nobody is asked any more once the lead itself went.
    private IEnumerable<DomainEvent> Beside(bool leaves, Func<UnitId?, bool> isTarget, DateTime at)
    {
        if (Stage != Stage.Handling)
        {
            return [];
        }

        var gone = orders.Where(o => o.Open && o != LeadOrder && (isTarget(o.Unit) || (leaves && o.Role == OrderRole.Upper))).ToList();
        return [.. gone.SelectMany(o => Recalled(o, at)), .. !leaves && gone.Exists(o => o.Role == OrderRole.Upper) ? LeadWorksOn() : []];
    }
}
