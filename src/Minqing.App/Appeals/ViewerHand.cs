using Minqing.App.People;
using Minqing.Domain.Appeals;

namespace Minqing.App.Appeals;

/// <summary>Somebody who is signed in, about to act.</summary>
internal static class ViewerHand
{
    /// <summary>With every post they hold now.</summary>
    public static Hand HandAt(this Viewer viewer, DateTime now) => new(viewer.Person, viewer.Client, viewer.Posts, now);
}
