using Minqing.Domain.Kernel;

namespace Minqing.Domain.Policy;

/// <summary>What a city can change without code: its rules, read from a folder of YAML and checked before use.</summary>
/// <param name="Id">The folder's name, such as <c>baiyin</c>.</param>
/// <param name="Version">Changes with every change of a rule; stored on every appeal and clock.</param>
/// <param name="Root">The division code of the region it governs, 12 digits.</param>
public sealed record Profile(
    string Id,
    string Version,
    string Name,
    string Root,
    Hours Hours,
    IReadOnlyList<Tier> Chain,
    IReadOnlyList<HandlingLevel> Levels,
    IReadOnlyList<FlowStep> Flow,
    IReadOnlyList<LimitRule> Limits,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<Category> Categories,
    IntakeRules Intake,
    FirstContactRules FirstContact,
    HandlingRules Handling,
    FollowUpRules FollowUp,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<ReplyTemplate> Templates)
{
    /// <summary>The fields of work that departments may have.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    public SampleRules Sample { get; init; } = SampleRules.None;

    public SignRules Signs { get; init; } = SignRules.Default;

    public DutyList Duties { get; init; } = DutyList.None;

    /// <summary>Words that speak for a category; a suggestion, never a decision.</summary>
    public IReadOnlyList<CategoryWords> Keywords { get; init; } = [];

    /// <summary>Null where nobody stands before the dispatch.</summary>
    public Screening? Screening { get; init; }

    /// <summary>Who alone receives reports about officials' misconduct; null sends them to the county centre.</summary>
    public UnitSought? Disclosures { get; init; }

    public ExtensionRules Extension { get; init; } = ExtensionRules.None;

    /// <summary>The departments above that centres may give something to directly; none where it names none.</summary>
    public IReadOnlyList<AddressRule> Addressable { get; init; } = [];

    public IReadOnlyList<SuspensionRule> Suspensions { get; init; } = [];

    /// <summary>Until when after its dispatch a unit may object; null where nobody may.</summary>
    public Limit? ObjectWithin { get; init; }

    public SmsRules Sms { get; init; } = SmsRules.Default;

    /// <summary>The lists that leaders get each week.</summary>
    public IReadOnlyList<RoundRule> Rounds { get; init; } = [];

    /// <summary>Null where units reconcile no lists.</summary>
    public ReconciliationRule? Reconciliation { get; init; }

    public GovernanceRules Governance { get; init; } = GovernanceRules.Usual;

    /// <summary>The roles whose posts put units of their area forward for the commendation of a year; nobody where it names none (S-08).</summary>
    public IReadOnlyList<Role> CommendedBy { get; init; } = [];

    /// <summary>The lowest level whose check may close a demand as unfounded (H-25).</summary>
    public int UnfoundedLevel { get; init; } = 1;

    /// <summary>Whether the first tier calls the reporter within a limit; without one whoever leads makes contact.</summary>
    public bool HasFirstCall => Limits.Any(l => l.Kind == ClockKind.FirstCall);

    /// <summary>The level of handling that a kind of region stands for; null when none does.</summary>
    public int? LevelOf(RegionLevel region) => Levels.FirstOrDefault(l => l.Region == region)?.No;

    /// <summary>What the city keeps an eye on, across categories.</summary>
    public IReadOnlyList<HotDomain> HotDomains { get; init; } = [];

    /// <summary>The categories that a code asks for: those of a hot domain, those listed under a group's name, or the one.</summary>
    public IReadOnlyList<string> Among(string code) =>
        HotDomains.FirstOrDefault(d => d.Code == code)?.Categories ?? (Categories.Where(c => c.Group == code).Select(c => c.Code).ToList() is { Count: > 0 } under ? under : [code]);

    /// <summary>What a code that asks for categories is called.</summary>
    public string NameOf(string code) => HotDomains.FirstOrDefault(d => d.Code == code)?.Name ?? (Categories.Any(c => c.Group == code) ? code : CategoryOf(code).Name);

    /// <summary>The standard wordings for a step; for handing in the result, the one of the duty first that it falls under.</summary>
    public IEnumerable<ReplyTemplate> RepliesFor(Step step, string category, IReadOnlyCollection<string> lineage)
    {
        var standard = step == Step.Finish ? Duties.For(category, lineage)?.Reply : null;
        return Templates.Where(t => t.Fits(step, category) || t.Id == standard).OrderBy(t => t.Id == standard ? 0 : 1);
    }

    public Category CategoryOf(string? code) => Categories.FirstOrDefault(c => c.Code == code) ?? Categories[0];

    /// <summary>The rule for a clock: the most specific row that fits. A profile without a fitting row does not pass its check.</summary>
    public ClockRule RuleFor(ClockKind kind, int level, string category, Grade grade, Urgency urgency, string calendarVersion, Intent? intent = null)
    {
        var row = RowFor(kind, level, category, grade, urgency, intent)
            ?? throw new InvalidOperationException($"Profile {Id} has no limit for {kind} at level {level}.");
        return Frozen(row, calendarVersion);
    }

    /// <summary>The limits of the law that run beside those of the city: for each end the most specific row that fits; none where the profile names none.</summary>
    public IEnumerable<LimitRule> StatutoryRows(int level, string category, Grade grade, Urgency urgency, Intent intent) =>
        Lawful(level, category, grade, urgency, intent).Where(l => l.Until != StatutoryEnd.Objected);

    /// <summary>Until when after a dispatch its unit may object by the law, whatever the city's own limit; null where the law says nothing of it.</summary>
    public Limit? LawfulObjection(int level, string category, Grade grade, Urgency urgency, Intent intent) =>
        Lawful(level, category, grade, urgency, intent).FirstOrDefault(l => l.Until == StatutoryEnd.Objected)?.Limit;

    private IEnumerable<LimitRule> Lawful(int level, string category, Grade grade, Urgency urgency, Intent intent) =>
        Limits.Where(l => l.Fits(ClockKind.Statutory, level, category, grade, urgency, intent)).GroupBy(l => l.Until).Select(g => g.MaxBy(l => l.Specificity)!);

    /// <summary>A row of the table as it is frozen on a clock.</summary>
    public ClockRule Frozen(LimitRule row, string calendarVersion) =>
        new(row.Id, Id, Version, calendarVersion, row.Limit, row.Warnings ?? Warnings, DailyAfter: row.Kind != ClockKind.FirstCall);

    /// <summary>The row of the table of limits that counts for a clock; null when none fits. Without an intent it is that of the category.</summary>
    public LimitRule? RowFor(ClockKind kind, int level, string category, Grade grade, Urgency urgency, Intent? intent = null) =>
        Limits.Where(l => l.Fits(kind, level, category, grade, urgency, intent ?? CategoryOf(category).Intent)).MaxBy(l => l.Specificity);
}
