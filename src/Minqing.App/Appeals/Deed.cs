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

    /// <summary>The unit one level above the lead, never one that it is about; null at the top. Where it is about the lead itself, whoever has it instead.</summary>
    public LevelUnit? Above => Appeal.Lead is { } lead && Appeal.IsAbout(lead) ? Instead : LeadUnits.Above(Where, Rules.Profile, Appeal.Level, Appeal.IsAbout);

    /// <summary>Who has it where whoever should is whom it is about.</summary>
    public LevelUnit? Instead => LeadUnits.Instead(Where, Rules.Profile, Level, Appeal.IsAbout);

    /// <summary>The level of handling of whoever has it, or looks at it first.</summary>
    public int Level => Appeal is { Level: 0, Screener: { } screener } ? UnitOf(screener)?.Level ?? 0 : Appeal.Level;

    /// <summary>The post of the leader who answers where nothing is above: the topmost of the chain that is held.</summary>
    public PostId? Leader => Where.Chain.Links.SelectMany(l => l.Acting).LastOrDefault(p => !Appeal.IsAbout(p.Unit))?.Id;

    /// <summary>What the duty list says of it; null when it says nothing.</summary>
    public Duty? Duty => Rules.Profile.Duties.For(Appeal.Category, Where.Codes);

    /// <summary>The unit of the second stage; null where there is none.</summary>
    public LevelUnit? SecondStage => Rules.Profile.Screening?.Second is { } second ? LeadUnits.Sought(Where, Rules.Profile, second) : null;

    /// <summary>Who alone has what tells of officials' misconduct; where the profile names nobody, the desk's unit.</summary>
    public LevelUnit? Keeper => LeadUnits.Keeper(Where, Rules.Profile);

    /// <summary>Who checks what the keeper does.</summary>
    public UnitId? KeepersChecker => Keeper is { } keeper ? LeadUnits.CheckerOf(Where, Rules.Profile, keeper.Level, keeper.Unit, Appeal.IsAbout) ?? Appeal.Desk : null;

    /// <summary>The centre that rules on an objection: the one that dispatched it; where somebody did who only dispatches, the centre of their level or above; never one below the unit that objects; else the one above the lead.</summary>
    public LevelUnit? Arbiter =>
        Appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Lead, Open: true }) is { Issuer: { } issuer } order && UnitOf(issuer) is { } from
            ? Rules.Profile.Levels.Where(l => l.No > LowestLevel && l.No >= from.Level && l.No >= order.Level).Select(l => LeadUnits.At(Where, Rules.Profile, l.No)).FirstOrDefault(u => u is not null && u.Unit != order.Unit && !Appeal.IsAbout(u.Unit))
            : Above;

    /// <summary>Whether the lead stands above whoever acts, and was not given it by them: what a level above has taken on, those below neither give away nor end.</summary>
    public bool TakenAbove =>
        Appeal.Orders.LastOrDefault(o => o is { Role: OrderRole.Lead, Open: true }) is { } order
        && OwnLevel < order.Level
        && Hand.Posts.All(p => order.Issuer != p.Unit || Appeal.Orders.Any(o => o.No == order.Parent && o.State == OrderState.Raised));

    /// <summary>Whether the unit leads a level above whoever acts: there it is sent up, with what was tried, and not handed over.</summary>
    public bool IsAbove(LevelUnit to) => OwnLevel < to.Level && LeadUnits.At(Where, Rules.Profile, to.Level)?.Unit == to.Unit;

    private int OwnLevel => Hand.Posts.Select(p => UnitOf(p.Unit)?.Level ?? 0).DefaultIfEmpty(0).Max();

    /// <summary>To whom whoever acts may give it.</summary>
    public Addressing Addressing => new(Where, Rules.Profile, Hand.Posts, Appeal);

    // The first tier solves; it rules on nobody.
    private const int LowestLevel = 1;

    /// <summary>The unit that decides on more time: of the level that the profile names, or of the next above the lead.</summary>
    public UnitId? Granter => GranterAt(Rules.Profile.Extension.DecidedAt);

    /// <summary>The same for the limit of the law, where it names a level of its own.</summary>
    public UnitId? LawfulGranter => GranterAt(Rules.Profile.Limits.FirstOrDefault(l => l.More is not null && Appeal.Clocks.Any(c => c is { Kind: ClockKind.Statutory, Runs: true } && c.Rule.Id == l.Id))?.More?.DecidedAt ?? Rules.Profile.Extension.DecidedAt);

    private UnitId? GranterAt(int level) => (LeadUnits.Above(Where, Rules.Profile, Math.Max(level - 1, Appeal.Level), Appeal.IsAbout) ?? Above)?.Unit ?? Checker;

    /// <summary>A unit that serves the place, with its level of handling; null when it does not serve it.</summary>
    public LevelUnit? UnitOf(UnitId unit) =>
        Where.Units.FirstOrDefault(u => u.Id == unit) is { } serving ? new(Rules.Profile.LevelOf(serving.Level) ?? Rules.Profile.Levels.Count, unit) : null;

    public UnitId Checker => LeadUnits.CheckerOf(Where, Rules.Profile, Appeal.Level, Appeal.Lead, Appeal.IsAbout) ?? Appeal.Desk;

    /// <summary>Who verifies a result of this kind: that a demand is unfounded, a unit of the profile's level or above.</summary>
    public UnitId CheckerOf(Outcome outcome) =>
        outcome == Outcome.Unfounded && Rules.Profile.UnfoundedLevel > Rules.Profile.Levels[Appeal.Level - 1].CheckedBy
            ? LeadUnits.Above(Where, Rules.Profile, Rules.Profile.UnfoundedLevel - 1, Appeal.IsAbout)?.Unit ?? Checker
            : Checker;

    /// <summary>Where it goes when it is sent up: the next level, or the level asked for as far as the category allows it to be sent there straight.</summary>
    public LevelUnit? UpTo(int? level)
    {
        var next = LeadUnits.Above(Where, Rules.Profile, Appeal.RaisedAbove(Rules.Profile), Appeal.IsAbout) ?? Above;
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
