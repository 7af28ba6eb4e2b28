using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.Supervision.Instructing;

/// <summary>Whom a leader can instruct on an appeal: the units that have it or serve its place at the leader's level or below, and the posts of the chain below; never whom it is about (S-02, P-12).</summary>
public static class Addressees
{
    public static IReadOnlyList<Addressee> Of(Appeal appeal, Responsibility where, Profile profile, IReadOnlyDictionary<UnitId, string> names, HeldPost author)
    {
        var own = where.Lineage.Where(l => l.Value == author.Region).Select(l => l.Key).FirstOrDefault();
        var having = appeal.Orders.Where(o => o.Open).Select(o => o.Unit).ToList();
        var units = having.Concat(where.Units.Where(u => u.Level >= own && profile.Levels.Any(l => l.Unit == u.Kind)).Select(u => u.Id)).Distinct().Where(u => u != author.Unit || having.Contains(u));
        var below = where.Chain.Links.TakeWhile(l => l.Posts.All(p => p.Id != author.Id)).SelectMany(l => l.Posts).Where(p => p.Held && p.Id != author.Id);
        return
        [
            .. units.Where(u => !appeal.Targets.Any(t => t.Unit == u || t.Within.Contains(u.Value)))
                .Select(u => new Addressee(u, null, where.Units.FirstOrDefault(s => s.Id == u)?.Name ?? names.GetValueOrDefault(u) ?? "", null, u == appeal.Lead))
                .OrderByDescending(a => a.Lead),
            .. below.Where(p => !appeal.Targets.Any(t => t.Post == p.Id || t.Unit == p.Unit || t.Within.Contains(p.Unit.Value)))
                .Select(p => new Addressee(p.Unit, p.Id, p.Name ?? "", p.Role, false)),
        ];
    }
}

/// <summary>Somebody who can be instructed: a unit, or with <paramref name="Post"/> a post of it.</summary>
/// <param name="Name">The unit's, or that of the post's holder.</param>
/// <param name="Lead">Whether it must solve the appeal.</param>
public sealed record Addressee(UnitId Unit, PostId? Post, string Name, Role? Role, bool Lead);
