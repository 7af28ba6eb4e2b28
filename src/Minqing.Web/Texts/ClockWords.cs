using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Texts;

/// <summary>What a limit is called: one of the law says what it waits for.</summary>
public static class ClockWords
{
    public static string Of(Clock clock, Profile profile) =>
        LawOf(clock, profile) is { } law ? Words.Say($"staff.statutory.{law.Until.Name()}") : Words.Say($"staff.clock.{clock.Kind.Name()}");

    /// <summary>The row of a limit of the law; null for one of the city's own, and for one that the profile no longer has.</summary>
    public static LimitRule? LawOf(Clock clock, Profile profile) =>
        clock.Kind == ClockKind.Statutory ? profile.Limits.FirstOrDefault(l => l.Id == clock.Rule.Id && l.Basis is not null) : null;
}
