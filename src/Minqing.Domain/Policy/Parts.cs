using Minqing.Domain.Kernel;

namespace Minqing.Domain.Policy;

/// <summary>One tier of the chain of responsibility: the roles in it and the kind of region where their posts sit (O-05). Numbered from 1, lowest first.</summary>
public sealed record Tier(int No, RegionLevel Level, IReadOnlyList<Role> Roles);

/// <summary>One level of handling: which units lead there, the grade an appeal gets with it, and which level checks its results. Numbered from 1, lowest first.</summary>
public sealed record HandlingLevel(int No, RegionLevel Region, UnitKind Unit, Grade Grade, int CheckedBy);

/// <summary>Who may take a step, and from which stages.</summary>
public sealed record FlowStep(Step Step, IReadOnlyList<Stage> In, Relation Who, IReadOnlyList<Role> Roles);

/// <summary>What ends a limit of the law, which runs beside the city's own and is never replaced by it (D-02).</summary>
public enum StatutoryEnd
{
    /// <summary>Whoever it was given to took it on.</summary>
    Accepted,

    /// <summary>The result was accepted and goes to the reporter.</summary>
    Answered,

    /// <summary>Until then whoever it was given to may object: a right, so that no clock runs for it.</summary>
    Objected,
}

/// <summary>A row of the table of limits; an empty column fits all (D-02).</summary>
public sealed record LimitRule(
    string Id,
    ClockKind Kind,
    Limit Limit,
    int? Level = null,
    string? Category = null,
    Grade? Grade = null,
    Urgency? Urgency = null,
    IReadOnlyList<Warning>? Warnings = null,
    Intent? Intent = null)
{
    /// <summary>Of a limit of the law: what it waits for.</summary>
    public StatutoryEnd Until { get; init; } = StatutoryEnd.Answered;

    /// <summary>The law that gives it; null for a limit of the city's own.</summary>
    public string? Basis { get; init; }

    /// <summary>Of a limit of the law: by how much it may be lengthened once; null where it may not.</summary>
    public LawfulExtension? More { get; init; }

    internal int Specificity => (Category is null ? 0 : 16) + (Urgency is null ? 0 : 8) + (Intent is null ? 0 : 4) + (Grade is null ? 0 : 2) + (Level is null ? 0 : 1);

    internal bool Fits(ClockKind kind, int level, string category, Grade grade, Urgency urgency, Intent? intent) =>
        Kind == kind && (Level is null || Level == level) && (Category is null || Category == category)
        && (Grade is null || Grade == grade) && (Urgency is null || Urgency == urgency) && (Intent is null || Intent == intent);
}

/// <summary>How many natural days the law lets a limit be lengthened once, with approval; and at which level that is decided, where not at the one that decides on the city's own limits.</summary>
public sealed record LawfulExtension(int DaysAtMost, int? DecidedAt);

/// <summary>A subject of appeals.</summary>
/// <param name="Evidence">How many photos a result of this category needs.</param>
/// <param name="SkipTo">The level to which a village may send it straight, the level between being told; null for one step at a time (H-11).</param>
/// <param name="Intent">What whoever raises it mostly wants.</param>
/// <param name="Group">What it belongs under, where the categories are many.</param>
/// <param name="Offered">Whether the citizen's page offers it; the others are for those who classify.</param>
/// <param name="ShowsBefore">Whether a photo must show how it was before, or a reason be given.</param>
/// <param name="Within">How many metres from the place a photo of the result must have been taken, or a reason be given; null where nobody asks.</param>
public sealed record Category(
    string Code, string Name, Urgency Urgency = Urgency.Normal, int Evidence = 0, int? SkipTo = null, Intent Intent = Intent.Help, string? Group = null, bool Offered = true,
    bool ShowsBefore = false, int? Within = null);

/// <summary>Words by which people name the matters of a category.</summary>
public sealed record CategoryWords(string Category, IReadOnlyList<string> Words);

/// <summary>What the citizen's page asks for and takes.</summary>
public sealed record IntakeRules(int Photos, int PhotoMegabytes, int VoiceSeconds, int WordsAtMost, bool PhoneRequired, bool KeepIdentityByDefault, string Hotline);

/// <summary>The first call: how many attempts count as having tried before closing, on how many days.</summary>
public sealed record FirstContactRules(int Attempts, int AttemptDays);

/// <summary>Between the levels: after how many send-backs the next centre decides, and how long a reopening may be asked for.</summary>
public sealed record HandlingRules(int SendBacksBeforeRuling, int ReopenDays, int UrgeEveryHours);

/// <summary>After closing: which level calls back, how many attempts, how a second dissatisfaction restarts.</summary>
/// <param name="RestartUp">True: one level up (ours); false: at the same level (the seed's).</param>
public sealed record FollowUpRules(int Level, int Attempts, int SatisfiedUpTo, bool RestartUp);
