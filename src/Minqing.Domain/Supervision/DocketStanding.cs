using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>Who is what to a docket.</summary>
public static class DocketStanding
{
    /// <summary>The post that makes somebody this part of it; null when none does.</summary>
    public static HeldPost? PostFor(Docket docket, DocketPart part, IReadOnlyList<HeldPost> posts, PersonId? person, DocketTask? task, IReadOnlyList<Role> confirmers) => part switch
    {
        DocketPart.Keeper => Reaching(docket, posts, DocketFlow.Keeps(docket.Kind)),
        DocketPart.Confirmer => posts.FirstOrDefault(p => confirmers.Contains(p.Role) && Covers(docket, p, Permission.ConfirmProject)),
        DocketPart.Owner => Owner(docket, posts),
        DocketPart.KeeperOrOwner => Owner(docket, posts) ?? Reaching(docket, posts, DocketFlow.Keeps(docket.Kind)),
        DocketPart.Assignee => task is null ? null : posts.FirstOrDefault(p => p.Unit == task.Unit && Works(p)),
        DocketPart.Giver => task?.SetBy is { } giver && docket.Kind is DocketKind.Advice or DocketKind.Questioning
            ? task!.SetBy == person ? posts.FirstOrDefault(p => Covers(docket, p, Permission.Advise)) : null
            : Reaching(docket, posts, DocketFlow.Keeps(docket.Kind)),
        DocketPart.Visitor => Owner(docket, posts) ?? Reaching(docket, posts, DocketFlow.Keeps(docket.Kind)) ?? Reaching(docket, posts, Permission.Advise),
        DocketPart.Deputy => Reaching(docket, posts, Permission.Advise),
    };

    /// <summary>Whether somebody may know of it: keeps it, looks on from above, owns it, has a task of it or opened it.</summary>
    public static bool Sees(Docket docket, IReadOnlyList<HeldPost> posts, PersonId? person) =>
        (docket.OpenedBy is { } opener && opener == person)
        || Reaching(docket, posts, DocketFlow.Sees(docket.Kind)) is not null
        || Reaching(docket, posts, DocketFlow.Keeps(docket.Kind)) is not null
        || Owner(docket, posts) is not null
        || docket.Tasks.Any(t => posts.Any(p => p.Unit == t.Unit && Works(p)));

    /// <summary>Whether somebody of this post does the work of its unit.</summary>
    public static bool Works(HeldPost post) => post.Reaches(Permission.FinishOrder).Any();

    private static HeldPost? Owner(Docket docket, IReadOnlyList<HeldPost> posts) =>
        docket.OwnerPost is { } own ? posts.FirstOrDefault(p => p.Id == own)
        : docket.OwnerUnit is { } unit ? posts.FirstOrDefault(p => p.Unit == unit && Works(p))
        : null;

    private static HeldPost? Reaching(Docket docket, IReadOnlyList<HeldPost> posts, Permission permission) => posts.FirstOrDefault(p => Covers(docket, p, permission));

    // Remits by category leave out what has another category; what has none concerns everybody of the area.
    private static bool Covers(Docket docket, HeldPost post, Permission permission) =>
        post.Reaches(permission).Any(r => r.Covers(docket.Path, [], docket.Category ?? (r.Categories.Count > 0 ? r.Categories[0] : null), sensitive: false));
}
