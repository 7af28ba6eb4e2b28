using Minqing.App.Kernel;
using Minqing.Domain.Appeals;

namespace Minqing.App.Appeals.Closing;

/// <summary>How whoever checks a result rates the handling, 1 (very good) to 5, apart from the reporter's rating (H-28).</summary>
public sealed record Evaluating(int Rating, string? Words)
{
    internal Evaluation AsEvaluation() => new(Rating, Writing.Optional(Words));

    /// <summary>Null where nothing was rated: there is no default.</summary>
    public static Evaluating? Of(int? rating, string? words) => rating is { } given ? new(given, words) : null;
}
