using Minqing.Domain.Policy;

namespace Minqing.App.Policy.National;

/// <summary>Looks for the national rules that a profile touches.</summary>
/// <remarks>What no profile can switch on (personal points, forced installs, check-ins, cameras, publication without consent) needs no look.</remarks>
internal static class NationalRules
{
    private static readonly Func<Profile, IEnumerable<Touch>>[] All = [DispatchRules.Of, TimeRules.Of, PersonRules.Of];

    public static IReadOnlyList<RuleTouched> Touched(Profile profile, ProfilePlaces places) =>
        [.. All.SelectMany(of => of(profile)).Select(t => new RuleTouched(places.Of(t.At) is { Length: > 0 } place ? place : places.Of(profile), t.Rule, t.Says, t.Safe))];
}

/// <summary>A setting as a look found it.</summary>
/// <param name="At">The part of the profile that says so; null for the program's own.</param>
internal sealed record Touch(object? At, NationalRule Rule, string Says, bool Safe);
