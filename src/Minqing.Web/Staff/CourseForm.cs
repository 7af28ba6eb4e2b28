using Minqing.App.Appeals.Dispatching;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Staff;

/// <summary>What somebody fills in to dispatch, coordinate, move time, join or urge. Everything may be missing: what must be there the use case says, by the name of its field.</summary>
public record CourseForm
{
    public Guid? Unit { get; set; }

    public Guid? Post { get; set; }

    /// <summary>Units to work beside the lead. A row without a unit is no row.</summary>
    public List<TaskForm> Tasks { get; set; } = [];

    /// <summary>A work order by its number.</summary>
    public int? Order { get; set; }

    /// <summary>Working days; days for the limit of the law.</summary>
    public int? Days { get; set; }

    /// <summary>For which limit; null for the city's own.</summary>
    public LimitAsked? Limit { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>When somebody went there: UTC in the interface, the local time that was typed on the page.</summary>
    public DateTime? On { get; set; }

    public string? Words { get; set; }

    public string? Reason { get; set; }

    /// <summary>What the reporter reads.</summary>
    public string? Notice { get; set; }

    /// <summary>What the place outside is called.</summary>
    public string? To { get; set; }

    /// <summary>The appeal it goes into; or the number of one of that one's reports.</summary>
    public Guid? Into { get; set; }

    public string? Number { get; set; }

    /// <summary>The report whose words they are, where an appeal has several.</summary>
    public Guid? Report { get; set; }

    public string? CategoryCode { get; set; }

    /// <summary>Photos and clips of the report that go with the part taken off.</summary>
    public List<Guid> Media { get; set; } = [];

    /// <summary>The mass event that it belongs to; null for none.</summary>
    public Guid? Event { get; set; }

    public string? Present { get; set; }

    public string? Found { get; set; }

    public int? General { get; set; }

    public int? Urgent { get; set; }

    public int? Lawful { get; set; }

    public int? PublicInterest { get; set; }

    public InvalidReason? Invalid { get; set; }

    public SpecialRoute? Route { get; set; }

    /// <summary>What kind of secret it holds, where nothing of it may stay.</summary>
    public SecretKind? Secret { get; set; }

    /// <summary>Whoever does it knows that it cannot be undone.</summary>
    public bool? Sure { get; set; }

    public ReturnReason? Return { get; set; }

    public SuspendReason? Suspend { get; set; }

    public WayOut? Way { get; set; }

    public bool? Sensitive { get; set; }

    /// <summary>It tells of officials' misconduct.</summary>
    public bool? Disclosure { get; set; }

    public int? Rating { get; set; }

    /// <summary>Photos that are uploaded already.</summary>
    public List<Guid> Attachments { get; set; } = [];

    internal IReadOnlyList<TaskNamed> Named => [.. (Tasks ?? []).Where(t => t?.Unit is not null).Select(t => new TaskNamed(t.Unit!.Value, t.Requirement ?? Words, t.Until))];

    // What was typed on a page is local time.
    internal DateTime? OnUtc => On is { Kind: not DateTimeKind.Utc, Year: > 1 } local ? LocalTime.ToUtc(DateOnly.FromDateTime(local), local.TimeOfDay) : On;

    internal Scales Scales => new(General ?? 0, Urgent ?? 0, Lawful ?? 0, PublicInterest ?? 0);
}

/// <summary>A unit to work beside the lead: what it must do, the last day for it.</summary>
public sealed record TaskForm
{
    public Guid? Unit { get; set; }

    public string? Requirement { get; set; }

    public DateOnly? Until { get; set; }
}
