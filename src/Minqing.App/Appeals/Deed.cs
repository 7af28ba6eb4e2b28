using Minqing.App.Appeals.Dispatching;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals;

/// <summary>Everything a step needs at the moment it is taken: the case, the rules, who acts, who answers for the place.</summary>
public sealed record Deed(AppealCase Case, Report Report, Rules Rules, Hand Hand, Responsibility Where)
{
    public Appeal Appeal => Case.Appeal;

    /// <summary>The unit one level above the lead; null at the top.</summary>
    public LevelUnit? Above => LeadUnits.Above(Where, Rules.Profile, Appeal.Level);

    public UnitId Checker => LeadUnits.CheckerOf(Where, Rules.Profile, Appeal.Level) ?? Appeal.Desk;

    /// <summary>Where it goes when it is sent up: the next level, or the level asked for as far as the category allows it to be sent there straight.</summary>
    public LevelUnit? UpTo(int? level)
    {
        var next = LeadUnits.Above(Where, Rules.Profile, Appeal.RaisedAbove(Rules.Profile)) ?? Above;
        return level is not { } to || to == next?.Level ? next
            : Rules.Profile.CategoryOf(Appeal.Category).SkipTo is { } most && to <= most && to > next?.Level ? LeadUnits.At(Where, Rules.Profile, to)
            : null;
    }

    /// <summary>The levels that it goes past on the way up to one; after sending back and forth, those that had it already are not passed.</summary>
    public IReadOnlyList<LevelUnit> SkippedTo(LevelUnit to) =>
        [.. Rules.Profile.Levels.Where(l => l.No > Appeal.RaisedAbove(Rules.Profile) && l.No < to.Level).Select(l => LeadUnits.At(Where, Rules.Profile, l.No)).OfType<LevelUnit>()];
}

/// <summary>What a step left behind: where the appeal stands, and what has now been seen of it.</summary>
public sealed record StepDone(AppealId Appeal, Stage Stage, string Seen);
