using Minqing.Domain.Regions;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What a village or grid is called that goes along with a merger: of two by one name the newcomer says where it is from.</summary>
internal static class GoingNames
{
    /// <param name="there">The names that are taken there.</param>
    public static string Of(string name, string from, IReadOnlyCollection<string> there) => there.Contains(name) ? RegionName.Short(from) + name : name;
}
