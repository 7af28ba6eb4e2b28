using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Whom it is about neither gets it nor hears of it (P-12).
public sealed partial class Appeal
{
    /// <summary>Names whom it is about: no step may address it from now on. Whatever it has of it goes to another unit, the one above where there is one.</summary>
    /// <param name="within">The units that contain it.</param>
    /// <param name="desk">Whose desk follows up where the one that should is whom it is about.</param>
    /// <param name="reports">Its reports, whose first contact the <paramref name="tiers"/> (by their turn keys, with those of their posts) leave.</param>
    /// <param name="merged">Those that went into it: they are about the same.</param>
    public Problem? NameTarget(
        UnitId? unit, PostId? post, IReadOnlyList<UnitId> within, LevelUnit? instead, Hand hand, Rules rules, IReadOnlyList<Report>? reports = null, IReadOnlyCollection<string>? tiers = null, UnitId? desk = null, IReadOnlyList<Appeal>? merged = null)
    {
        var chosen = Choose(Step.NameTarget, hand, rules);
        bool Is(UnitId? other) => other is { } it && (it == unit || within.Contains(it));
        if ((chosen.Problem ?? Stuck(Stage, Is, instead, desk)) is { } no)
        {
            return no;
        }

        var (by, before) = (chosen.Value, Desk);
        Take(Step.NameTarget.Name(), by, [], [new TargetNamed(targets.Count + 1, unit, post, within), .. Left(Is, instead, desk, by, rules)]);
        foreach (var report in reports ?? [])
        {
            report.Avoid(tiers ?? [], before, Desk, Step.NameTarget, by);
        }

        foreach (var other in merged ?? [])
        {
            other.AlsoAbout(targets[^1], by);
        }

        return null;
    }

    // While it stands in another nothing of it is in anybody's hands: whom it is about loses it when it stands for itself again.
    private void AlsoAbout(Target target, By by)
    {
        if (!targets.Exists(target.Same))
        {
            Take(Step.NameTarget.Name(), by, [], [target.Named with { No = targets.Count + 1 }]);
        }
    }

    // Why those who may not have it cannot leave it: nobody else could have it.
    private NoLevelAbove? Stuck(Stage stage, Func<UnitId?, bool> isTarget, LevelUnit? instead, UnitId? desk)
    {
        var has = stage switch
        {
            Stage.Screening or Stage.Dispatching => isTarget(Screener),
            Stage.Handling => isTarget(Lead),
            // A further round goes to another unit.
            Stage.Checking => isTarget(Current.Checker) || isTarget(Lead) || (Lead is { } lead && IsTarget(lead)),
            Stage.FollowingUp or Stage.Settled => isTarget(Lead) || (Lead is { } lead && IsTarget(lead)),
            _ => false,
        };
        return (has && instead is null) || (isTarget(Desk) && desk is null) ? new() : null;
    }

    // What those who may not have it have of it goes to another unit.
    private List<DomainEvent> Left(Func<UnitId?, bool> isTarget, LevelUnit? instead, UnitId? desk, By by, Rules rules)
    {
        var leaves = Stage == Stage.Handling && isTarget(Lead);
        return
        [
            .. leaves ? Readdress(LeadOrder, OrderState.Recalled, instead!, ruled: true, by.Actor.Unit, null, rules, by.At) : [],
            .. Beside(leaves, isTarget, by.At),
            .. !leaves && AskedExtension is { } asked && isTarget(asked.Granter) ? Decided(asked, granted: false, null, by.At) : [],
            .. isTarget(Desk) ? Replaced(desk!.Value, rules, by.At) : [],
            .. Undispatched && isTarget(Screener) ? Undispatching(instead!, Intent, rules, by.At) : [],
            .. Stage == Stage.Checking && isTarget(Current.Checker) ? (DomainEvent[])
                [.. End(ClockKind.Check, by.At), new CheckerReplaced(instead!.Unit), rules.Start(NextClock, ClockKind.Check, Round, Level, Category, Grade, Urgency, instead.Unit, by.At)] : [],
        ];
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
