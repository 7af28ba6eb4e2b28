using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.FollowingUp;

/// <summary>What the reporter said when asked: ratings 1 (非常满意) to 5 (非常不满意), null where not rated.</summary>
public sealed record Rated(CallOutcome Outcome, int? Attitude = null, int? Speed = null, int? Result = null, bool? SaysSolved = null, string? Words = null)
{
    internal Answer AsAnswer() => new(Outcome, Attitude, Speed, Result, SaysSolved, Writing.Optional(Words));
}
