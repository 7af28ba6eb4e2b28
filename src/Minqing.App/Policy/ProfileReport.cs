using Minqing.App.Policy.National;
using Minqing.Domain.Policy;

namespace Minqing.App.Policy;

/// <summary>What a check of a profile found.</summary>
/// <param name="Profile">The profile as far as it could be read; null when there is no such folder.</param>
/// <param name="Problems">Everything that is wrong, by file and line. Empty: it can be used.</param>
/// <param name="Assumptions">What its authors marked as assumed: to be confirmed by the city.</param>
public sealed record ProfileReport(Profile? Profile, IReadOnlyList<ProfileProblem> Problems, IReadOnlyList<string> Assumptions)
{
    /// <summary>The national rules that settings touch, and on which side of them each stands; empty while there are problems.</summary>
    public IReadOnlyList<RuleTouched> Touched { get; init; } = [];

    public ProfilePlaces? Places { get; init; }
}
