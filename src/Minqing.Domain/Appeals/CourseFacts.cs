using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

/// <summary>It waits to be looked at by this unit, of this level of handling, before it is dispatched.</summary>
public sealed record ScreeningBegun(UnitId Unit, Stage Stage, int? Level = null) : DomainEvent;

/// <summary>A unit judged it: how general, how urgent, how lawful, how much in the public interest, each from 1 (least) to 5.</summary>
public sealed record AppealTriaged(int No, UnitId Unit, int General, int Urgent, int Lawful, int PublicInterest, Guid Words) : DomainEvent;

/// <summary>One of the six special routes was taken instead of dispatching it.</summary>
public sealed record AppealDeclined(SpecialRoute Route, Guid Notice) : DomainEvent;

/// <summary>Whoever declined it wants it destroyed, because it holds a secret: a second person must agree. Until then few see it, first of all this unit.</summary>
public sealed record PurgeAsked(SecretKind Kind, Guid Reason, UnitId? Unit) : DomainEvent;

/// <summary>It is kept to few, as a secret: what went into one that is to be destroyed.</summary>
public sealed record SecretKept(UnitId? Unit) : DomainEvent;

/// <summary>The second person did not agree that it is destroyed. <paramref name="Unit"/> had asked.</summary>
public sealed record PurgeRefused(Guid Words, UnitId? Unit) : DomainEvent;

/// <summary>It held a secret: of what was submitted and written nothing stays but a stub. The named entries were stripped of where it is; each hash is that of what stands there now.</summary>
/// <param name="Called">What the place is called from now on: the region's name.</param>
/// <param name="Unit">Whose wish it was.</param>
public sealed record AppealPurged(SecretKind Kind, IReadOnlyList<Guid> Texts, IReadOnlyList<MediaId> Media, IReadOnlyList<StrippedEntry> Stripped, string Called, UnitId? Unit = null) : DomainEvent;

/// <summary>Somebody thinks that it is no appeal; a second person must agree.</summary>
public sealed record InvalidProposed(InvalidReason Reason, Guid Words) : DomainEvent;

/// <summary>The second person agreed: invalid, and counted apart.</summary>
public sealed record InvalidConfirmed(InvalidReason Reason) : DomainEvent;

/// <summary>The second person did not agree: it goes on.</summary>
public sealed record InvalidRefused(Guid Words) : DomainEvent;

/// <summary>Few may see it from now on, or again everybody of the area. <paramref name="Disclosure"/>: it tells of officials' misconduct.</summary>
public sealed record AppealRestricted(bool Sensitive, Guid Reason, bool Disclosure = false) : DomainEvent;

/// <summary>The unit disputes that it is its duty; the centre rules.</summary>
public sealed record ObjectionRaised(int Order, ReturnReason Reason, Guid Words) : DomainEvent;

/// <summary>The objection was ruled on; <paramref name="Unit"/> raised it.</summary>
public sealed record ObjectionRuled(int Order, bool Upheld, UnitId? Unit = null) : DomainEvent;

/// <summary>A department of a level above was given something directly, past the centre of its level, which sees it.</summary>
public sealed record DepartmentAddressed(UnitId Unit, UnitId Centre) : DomainEvent;

/// <summary>What a unit beside the lead has done.</summary>
public sealed record CoReported(int Order, Guid Words, IReadOnlyList<MediaRef> Evidence) : DomainEvent;

/// <summary>The lead urged a unit beside it.</summary>
public sealed record CoUrged(int Order, Guid? Words, UnitId? Unit = null) : DomainEvent;

/// <summary>The centre let a late unit beside the lead go: it need not do its part any more.</summary>
public sealed record CoReleased(int Order, UnitId Unit) : DomainEvent;

/// <summary>Somebody went there: who was there, what was found.</summary>
public sealed record SiteVisited(int No, DateTime On, Guid Present, Guid Found, IReadOnlyList<MediaRef> Evidence, int? Metres = null) : DomainEvent;

/// <summary>It was sent out of the platform; the reporter is told. A statutory way ends it here.</summary>
public sealed record AppealReferred(WayOut Way, string To, int? Order, Guid Notice) : DomainEvent;

/// <summary>What came of it outside.</summary>
public sealed record OutsideAnswered(int? Order, Guid Words) : DomainEvent;

/// <summary>More time was asked for, in working days, or for the limit of the law in days. Asking changes nothing.</summary>
public sealed record ExtensionAsked(int No, int Clock, int Days, Guid Reason, UnitId By, UnitId Granter, bool Lawful = false) : DomainEvent;

/// <summary>The request for more time was decided, or lapsed because the lead lost it; the reporter is told when it was granted. <paramref name="Unit"/> had asked.</summary>
public sealed record ExtensionDecided(int No, bool Granted, Guid? Words, UnitId? Unit = null, bool Lawful = false) : DomainEvent;

/// <summary>Its clocks stand still for a listed reason, at the latest until <paramref name="Until"/>.</summary>
public sealed record AppealSuspended(SuspendReason Reason, DateTime Until, Guid Words) : DomainEvent;

/// <summary>Its clocks run again before the day named.</summary>
public sealed record SuspensionEnded(Guid? Words) : DomainEvent;

/// <summary>Began as a part of what another appeal was about: received when that was, seen by as few, about the same.</summary>
public sealed record AppealSplit(AppealId From, DateTime ReceivedAt, bool Sensitive, IReadOnlyList<TargetNamed> Targets) : DomainEvent;

/// <summary>A part of it is an appeal of its own now. <paramref name="Words"/>: what stays here; null where the words stay as they are.</summary>
public sealed record PartTaken(AppealId Part, Guid? Words) : DomainEvent;

/// <summary>Another appeal went into this one, or came out of it again.</summary>
public sealed record AppealJoined(AppealId Other, bool Left = false) : DomainEvent;

/// <summary>It is one of many of the same event; null takes it out again.</summary>
public sealed record EventJoined(MassEventId? Event) : DomainEvent;

/// <summary>These of its reporters are asked by link how it was, instead of being called.</summary>
public sealed record ReportersAskedByLink(IReadOnlyList<ReportId> Asked) : DomainEvent;

/// <summary>The city's sample found it not done.</summary>
public sealed record SampledUndone(Guid Reason) : DomainEvent;

/// <summary>It stands for so many reports now.</summary>
public sealed record ReportsCounted(int Reports) : DomainEvent;

/// <summary>The city looked at a closed round that was drawn, and found it well done.</summary>
public sealed record SamplePassed(int Round, Guid? Words) : DomainEvent;

/// <summary>There is no level above: this leader answers for it from now on.</summary>
public sealed record LeaderNamed(PostId Post) : DomainEvent;

/// <summary>Urged from above, or from beside.</summary>
public sealed record UnitUrged(int Times, Guid Words) : DomainEvent;

/// <summary>Whoever instructed, listed or checked it rates the handling, 1 (very good) to 5: never in place of the reporter's rating.</summary>
public sealed record HandlingRated(int No, int Round, int Rating, Guid? Words) : DomainEvent;

/// <summary>Another unit's desk follows up, because the one that should is whom it is about.</summary>
public sealed record DeskReplaced(UnitId Unit) : DomainEvent;

/// <summary>Another unit checks the result, because the one that should is whom it is about.</summary>
public sealed record CheckerReplaced(UnitId Unit) : DomainEvent;

/// <summary>Nothing of it is under way, and from now on this unit has it instead of its lead: the one that alone has what tells of officials' misconduct.</summary>
public sealed record LeadReplaced(int Level, UnitId Unit) : DomainEvent;
