using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Appeals;

/// <summary>Who sees an appeal: by area or unit; a sensitive one few; one about officials' misconduct those whose turn it is; and never whom it is about.</summary>
public static class Sight
{
    private static readonly Seen<Appeal> Where = new(a => a.Path, (a, u) => a.Orders.Any(o => o.Unit == u), a => a.Category, a => a.Sensitive);

    public static bool Sees(this Viewer viewer, Appeal appeal)
    {
        var units = appeal.Units;
        return (viewer.May(Permission.SeeAppeal, appeal.Path, units, appeal.Category, appeal.Sensitive) || (appeal.Sensitive && viewer.Posts.Any(p => Has(p, units, appeal.Category))))
            && (!appeal.Disclosure || viewer.Posts.Any(p => p.Role == Role.Inspector || p.Units.Any(units.Contains)))
            && !viewer.Posts.Any(appeal.IsAbout);
    }

    /// <summary>Of appeals within one reach of a viewer, those that they see.</summary>
    /// <param name="sensitive">Whether the reach includes sensitive ones.</param>
    public static IQueryable<Appeal> SeenBy(this IQueryable<Appeal> appeals, MinqingDb db, Viewer viewer, bool sensitive)
    {
        var inspects = viewer.Posts.Any(p => p.Role == Role.Inspector);
        return appeals.Where(a => !a.Sensitive || (sensitive && (inspects || a.Intent != Intent.Disclosure))).NotAbout(db, viewer);
    }

    /// <summary>Of appeals anywhere, those that a viewer sees.</summary>
    public static IQueryable<Appeal> InSightOf(this IQueryable<Appeal> appeals, MinqingDb db, Viewer viewer) =>
        appeals.Within(viewer.Scope(Permission.SeeAppeal), Where).SeenBy(db, viewer, sensitive: true);

    /// <summary>Appeals of which a viewer may read what others wrote: never one about themselves, and one about officials' misconduct only where they inspect, or have it.</summary>
    public static IQueryable<Appeal> HeardOfBy(this IQueryable<Appeal> appeals, MinqingDb db, Viewer viewer)
    {
        var (inspects, units) = (viewer.Posts.Any(p => p.Role == Role.Inspector), viewer.Posts.SelectMany(p => p.Units).Distinct().ToList());
        var own = db.TurnsOf(viewer.Posts).Where(t => t.Kind != TurnKind.AnswerInstruction && t.Kind != TurnKind.ReadInstruction);
        return appeals.NotAbout(db, viewer).Where(a => !a.Sensitive || a.Intent != Intent.Disclosure || inspects
            || (a.Lead != null && units.Contains(a.Lead.Value)) || a.Orders.Any(o => o.EndedAt == null && units.Contains(o.Unit)) || own.Any(t => t.Appeal == a.Id));
    }

    /// <summary>Of a viewer's own turns those of which they may hear: whom an instruction went to may be kept from its appeal since.</summary>
    public static IQueryable<Turn> HeardOfBy(this IQueryable<Turn> turns, MinqingDb db, Viewer viewer) =>
        turns.NotAbout(db, viewer).Where(t => (t.Kind != TurnKind.AnswerInstruction && t.Kind != TurnKind.ReadInstruction) || db.Appeals.HeardOfBy(db, viewer).Any(a => a.Id == t.Appeal));

    /// <summary>Of turns within one reach of a viewer, those whose appeal they see.</summary>
    public static IQueryable<Turn> SeenBy(this IQueryable<Turn> turns, MinqingDb db, Viewer viewer, bool sensitive)
    {
        var inspects = viewer.Posts.Any(p => p.Role == Role.Inspector);
        return turns.Where(t => !db.Appeals.Any(a => a.Id == t.Appeal && a.Sensitive && (!sensitive || (!inspects && a.Intent == Intent.Disclosure)))).NotAbout(db, viewer);
    }

    /// <summary>Turns of appeals that are not about the viewer.</summary>
    public static IQueryable<Turn> NotAbout(this IQueryable<Turn> turns, MinqingDb db, Viewer viewer)
    {
        var (units, posts) = Of(viewer);
        return turns.Where(t => !db.Appeals.Any(a => a.Id == t.Appeal && a.Targets.Any(x => units.Contains(x.Unit) || posts.Contains(x.Post) || db.Posts.Any(p => p.Id == x.Post && units.Contains(p.Unit)))));
    }

    /// <summary>Appeals that are not about the viewer.</summary>
    public static IQueryable<Appeal> NotAbout(this IQueryable<Appeal> appeals, MinqingDb db, Viewer viewer)
    {
        var (units, posts) = Of(viewer);
        return appeals.Where(a => !a.Targets.Any(x => units.Contains(x.Unit) || posts.Contains(x.Post) || db.Posts.Any(p => p.Id == x.Post && units.Contains(p.Unit))));
    }

    // What its own unit must handle it sees, whatever it is.
    private static bool Has(HeldPost post, IReadOnlyList<UnitId> units, string category) =>
        post.Units.Any(units.Contains) && post.Serves(category) && post.Reaches(Permission.SeeAppeal).Any();

    private static (List<UnitId?> Units, List<PostId?> Posts) Of(Viewer viewer) =>
        ([.. viewer.Posts.SelectMany(p => p.Units).Select(u => (UnitId?)u).Distinct()], [.. viewer.Posts.Select(p => (PostId?)p.Id)]);
}
