using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Who may not make the first contact: anybody but one desk where few may know, nobody whom it is about (I-31, P-12).
public sealed partial class Report
{
    /// <summary>It goes with its appeal into another one, or out of it again.</summary>
    internal void WorkIn(AppealId from, AppealId to, Step step, By by)
    {
        if (Worked == from)
        {
            Take(step.Name(), by, [], [new ReportMoved(from, to)]);
        }
    }

    /// <summary>Few may know of it: one desk makes the first contact.</summary>
    internal void KeepTo(UnitId desk, Step step, By by)
    {
        if (Ladder.Count > 0 || Desk != TurnKey.Of(desk))
        {
            Take(step.Name(), by, [], [new ContactKept(TurnKey.Of(desk))]);
        }
    }

    /// <summary>These tiers are whom it is about: the next ones make the first contact.</summary>
    /// <param name="desk">Makes it where no tier is left.</param>
    internal void Avoid(IReadOnlyCollection<string> tiers, UnitId desk, Step step, By by)
    {
        if (!Ladder.Any(tiers.Contains))
        {
            return;
        }

        List<string> left = [.. Ladder.Where(rung => !tiers.Contains(rung))];
        Take(step.Name(), by, [], [left.Count > 0 ? new ContactAvoids(left) : new ContactKept(TurnKey.Of(desk))]);
    }
}
