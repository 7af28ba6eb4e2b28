using Minqing.App.People;
using Minqing.Domain.People;

namespace Minqing.App.Appeals.Timing;

/// <summary>Where somebody may have limits counted again: the widest area that they administer.</summary>
internal static class RecountArea
{
    public static HeldPost? Of(Viewer viewer) => viewer.Posts.Where(p => p.Reaches(Permission.RecountLimits).Any()).MinBy(p => p.Path.Length);
}
