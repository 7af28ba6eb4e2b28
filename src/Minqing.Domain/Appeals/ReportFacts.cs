using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Domain.Appeals;

/// <summary>Somebody said what is wrong. <paramref name="Ladder"/> holds the turn keys of the chain's tiers, lowest first; <paramref name="Desk"/> the key of the desk that calls where identity is kept.</summary>
public sealed record ReportReceived(
    string Number,
    AppealId Appeal,
    Channel Channel,
    Place Place,
    DateOnly LocalDay,
    Guid Words,
    IReadOnlyList<MediaRef> Media,
    string? Category,
    bool KeepIdentity,
    bool HasPhone,
    IReadOnlyList<string> Ladder,
    string? Desk,
    string Profile,
    string ProfileVersion) : DomainEvent
{
    /// <summary>How the person for whom somebody else sent it in agreed to that; null where they did it themselves.</summary>
    public Consent? Consent { get; init; }

    /// <summary>The category that the words suggested; what was taken stands in <see cref="Category"/>.</summary>
    public string? Suggested { get; init; }
}

/// <summary>One of the pool is now the first responsible.</summary>
public sealed record FirstContactTaken(PostId Post, PersonId Person, string Role) : DomainEvent;

/// <summary>Nobody called in time: so many rungs of the ladder are now in the pool.</summary>
public sealed record PoolWidened(int Rungs) : DomainEvent;

/// <summary>It is worked on in another appeal from now on, because its own went into that one, or out of it again.</summary>
public sealed record ReportMoved(AppealId From, AppealId To) : DomainEvent;

/// <summary>The first call is to be made after all, by whoever was to make it.</summary>
public sealed record ContactAwaited : DomainEvent;

/// <summary>Few may know of it: the desk under this key makes the first contact, and nobody of the chain.</summary>
public sealed record ContactKept(string Desk) : DomainEvent;

/// <summary>These tiers of the chain are, or belong to, whom it is about: they leave the ladder.</summary>
/// <param name="Released">Whoever had taken it was of them: somebody else takes it now.</param>
public sealed record ContactAvoids(IReadOnlyList<string> Left, bool Released = true) : DomainEvent;

/// <summary>A call to the reporter was made.</summary>
public sealed record CallRecorded(int No, CallOutcome Outcome, Guid? Said) : DomainEvent;

/// <summary>Words to the reporter, in their thread.</summary>
public sealed record ReporterMessaged(Guid Words) : DomainEvent;

/// <summary>The reporter added words or photos.</summary>
public sealed record ReportSupplemented(Guid? Words, IReadOnlyList<MediaRef> Media, AppealId? Appeal = null) : DomainEvent, IOfAppeal;

/// <summary>The reporter urged.</summary>
public sealed record ReportUrged(int Times, AppealId? Appeal = null) : DomainEvent, IOfAppeal;

/// <summary>One matter of it is an appeal of its own now; <paramref name="Words"/> of the reporter's are about it, <paramref name="Rest"/> stay with the one it was taken from.</summary>
/// <param name="Media">The photos and clips that went with it, and are seen there alone; null from before that was chosen: they stand with every part.</param>
public sealed record ReportSplit(AppealId From, AppealId Part, Guid Words, Guid? Rest, IReadOnlyList<MediaId>? Media = null) : DomainEvent;

/// <summary>The reporter withdrew the report.</summary>
public sealed record ReportWithdrawn(Guid? Words) : DomainEvent;

/// <summary>The reporter was asked, or said by link, how it was. Ratings 1 (very satisfied) to 5; null where not rated.</summary>
public sealed record FollowedUp(int No, int Round, bool ByLink, CallOutcome Outcome, int? Attitude, int? Speed, int? Result, bool? SaysSolved, Guid? Words, bool Finished, AppealId? Appeal = null) : DomainEvent, IOfAppeal;

/// <summary>The reporter asked to take it up again.</summary>
public sealed record ReopenAsked(int Times, Guid? Reason, AppealId? Appeal = null) : DomainEvent, IOfAppeal;

/// <summary>The reporter says that somebody pressed them to change their rating.</summary>
public sealed record PressureTold(Guid? Words, AppealId? Appeal = null) : DomainEvent, IOfAppeal;

/// <summary>The reporter's words, photos and voice were destroyed; the journal's hashes of them stay, and prove nothing of what they were.</summary>
public sealed record ReportErased(IReadOnlyList<Guid> Texts, IReadOnlyList<MediaId> Media) : DomainEvent;

/// <summary>It held a secret: the words, photos and voice were destroyed, and with the whole of it where it is.</summary>
/// <param name="Whole">False where another matter of it goes on, with the words about that one.</param>
public sealed record ReportPurged(bool Whole, IReadOnlyList<Guid> Texts, IReadOnlyList<MediaId> Media, IReadOnlyList<StrippedEntry> Stripped, string Called) : DomainEvent;

/// <summary>Others took the place of tiers, of the desk or of whoever had taken the first contact.</summary>
public sealed record ContactSucceeded(IReadOnlyList<string> Ladder, string? Desk, PostId? TakenByPost) : DomainEvent;
