using Minqing.App.Appeals.Closing;
using Minqing.App.Appeals.FollowingUp;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>A step that needs no words. <paramref name="Seen"/> is what <c>GET</c> gave; without it nobody is asked whether something changed.</summary>
public sealed record PlainRequest(string? Seen);

/// <summary>Becoming the first responsible of a report; null for the first one.</summary>
public sealed record TakeRequest(string? Seen, Guid? Report = null);

/// <summary>A call to the reporter; <paramref name="Report"/> says which one, where an appeal has several.</summary>
public sealed record CallRequest(CallOutcome? Outcome, string? Said, string? Seen, Guid? Report = null);

/// <summary>A message to the reporter, or a note among those who handle.</summary>
public sealed record WordsRequest(string? Text, string? Seen, Guid? Report = null);

/// <summary>Sending up: why, what was tried, and how far where the category lets it skip a level.</summary>
public sealed record RaiseRequest(string? Reason, string? Tried, int? Level, string? Seen);

/// <summary>Sending back, with the reason.</summary>
public sealed record SendBackRequest(string? Reason, string? Seen);

/// <summary>A ruling on who does it: a unit that serves the place, or the level whose unit shall.</summary>
public sealed record DecideRequest(int? Level, string? Reason, string? Seen, Guid? Unit = null);

/// <summary>The result as handed in.</summary>
public sealed record FinishRequest(string? Result, string? Measures, Outcome? Outcome, DateOnly? PromiseDate, Grade? Grade, string? CategoryCode, IReadOnlyList<Guid>? Evidence, string? Seen, UnfoundedReason? Unfounded = null, string? Unshown = null)
{
    internal Finishing As(Outcome outcome) => new(Result, Measures, outcome, PromiseDate, Grade, CategoryCode, Evidence, Unfounded, Unshown);
}

/// <summary>Proof that a promise was kept.</summary>
public sealed record ProofRequest(string? Proof, IReadOnlyList<Guid>? Evidence, string? Seen, string? Unshown = null);

/// <summary>The check accepts, with what it found to be so; <paramref name="Rating"/> is how it rates the handling, apart from the reporter.</summary>
public sealed record PassRequest(Outcome? Verified, string? Seen, int? Rating = null, string? Words = null);

/// <summary>The check refuses: for the substance, or pointing at a sentence.</summary>
public sealed record RejectRequest(RejectionKind? Kind, string? Sentence, string? Reason, string? Seen, int? Rating = null, string? Words = null);

/// <summary>What came of asking the reporter.</summary>
public sealed record FollowUpRequest(CallOutcome? Outcome, int? Attitude, int? Speed, int? Result, bool? Solved, string? Words, Guid? Report, string? Seen)
{
    internal Rated As(CallOutcome outcome) => new(outcome, Attitude, Speed, Result, Solved, Words);
}

/// <summary>How the centre sees it; what is null stays as it is.</summary>
public sealed record ReclassifyRequest(string? CategoryCode, Grade? Grade, Urgency? Urgency, string? Reason, string? Seen);

/// <summary>Why somebody wants to see who reported. The reporter can read it.</summary>
public sealed record OpeningRequest(OpeningPurpose? Purpose, string? Reason);

/// <summary>Who reported, whole.</summary>
public sealed record IdentityBody(string? Name, string? Phone, string? Home, string? About);
