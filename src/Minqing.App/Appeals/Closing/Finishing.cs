using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Closing;

/// <summary>What the lead hands in as the result. Null grade or category keeps what the appeal has.</summary>
/// <param name="Unshown">Why the photos do not show all that the category wants: how it was before, where they were taken.</param>
public sealed record Finishing(string? Result, string? Measures, Outcome Outcome, DateOnly? PromiseDate = null, Grade? Grade = null, string? CategoryCode = null, IReadOnlyList<Guid>? Evidence = null, UnfoundedReason? Unfounded = null, string? Unshown = null);
