using Minqing.App.Policy.Files;

namespace Minqing.App.Policy;

/// <summary>Where each part of a profile stands: the file and the line that say so.</summary>
public sealed class ProfilePlaces
{
    private readonly Findings findings;

    internal ProfilePlaces(Findings findings) => this.findings = findings;

    /// <summary>Such as <c>limits.yaml:12</c>, with the folder of the profile that says it; empty where the program's own setting holds.</summary>
    public string Of(object? part) =>
        part is not null && findings.TryPlaceOf(part) is { } place ? $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(place.File)))}/{Path.GetFileName(place.File)}:{place.Line}" : "";
}
