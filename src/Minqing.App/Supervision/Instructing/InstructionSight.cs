using Minqing.App.Appeals;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Who sees an instruction: whom it went to, the post that gave it, and those who track all of the area.</summary>
public static class InstructionSight
{
    /// <summary>Whoever it is, nobody whom the appeal is about; and of officials' misconduct only who sees the appeal itself (P-12).</summary>
    public static bool Sees(Viewer viewer, Instruction i, Appeal about) =>
        Sees(viewer, i) && !viewer.Posts.Any(about.IsAbout) && (!about.Disclosure || viewer.Sees(about));

    public static bool Sees(Viewer viewer, Instruction i) => IsFor(viewer, i) || Gave(viewer, i) || viewer.May(Permission.SeeInstructions, i.Path);

    public static bool IsFor(Viewer viewer, Instruction i) => viewer.Posts.Any(p => p.Id == i.ToPost || p.Unit == i.ToUnit);

    public static bool Gave(Viewer viewer, Instruction i) => viewer.Posts.Any(p => p.Id == i.Author);
}
