using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;

namespace Minqing.App.People;

/// <summary>A signed-in person with the posts they hold now. Every query of staff takes it; without posts it sees nothing.</summary>
/// <param name="Account">The account they signed in with; null for a signed link.</param>
/// <param name="Client">From where: browser, interface, link.</param>
public sealed record Viewer(PersonId Person, Guid? Account, string Client, IReadOnlyList<HeldPost> Posts)
{
    /// <summary>How far a permission reaches for them: the condition of every query.</summary>
    public Scope Scope(Permission permission) => Domain.People.Scope.Of(Posts, permission);

    /// <summary>Whether they have the permission anywhere at all.</summary>
    public bool May(Permission permission) => Posts.Any(p => p.Reaches(permission).Any());

    /// <summary>Whether they have it for something at this place that stands with these units.</summary>
    public bool May(Permission permission, string path, IEnumerable<UnitId>? units = null, string? category = null, bool sensitive = false) =>
        PostFor(permission, path, units, category, sensitive) is not null;

    /// <summary>The post that gives them the permission here; the lowest that does, because it is the nearest to the matter.</summary>
    public HeldPost? PostFor(Permission permission, string path, IEnumerable<UnitId>? units = null, string? category = null, bool sensitive = false)
    {
        var with = units?.ToList() ?? [];
        return Posts.Where(p => p.Reaches(permission).Any(r => r.Covers(path, with, category, sensitive))).MaxBy(p => p.Path.Length);
    }

    /// <summary>They act by virtue of one of their posts.</summary>
    public Actor As(HeldPost post) => new(Client, Person, post.Id, post.Unit, post.Role.Name(), post.For);
}
