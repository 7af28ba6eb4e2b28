using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.People.Posts;

/// <summary>Finds a post where the viewer manages people; elsewhere there is no such post for them.</summary>
public sealed class ManagedPosts(MinqingDb db, PeopleCache cache, TimeProvider clock)
{
    /// <summary>The post, and the viewer's own post by which they manage it.</summary>
    public async Task<(Post Post, HeldPost Mine)?> FindAsync(Viewer viewer, PostId id, CancellationToken ct) =>
        await db.Posts.FindAsync([id], ct) is { } post && viewer.PostFor(Permission.ManagePeople, await PathAsync(post, ct), [post.Unit]) is { } mine
            ? (post, mine)
            : null;

    /// <summary>Why an administrator may not give the post to somebody, or take it from them; null when they may (三员分立).</summary>
    public async Task<Problem?> RefusedAsync(Viewer viewer, Post post, PersonId? person, CancellationToken ct) =>
        Separation.AtServer(post.Role) ? new AppointedOnServer()
        : person == viewer.Person ? new AppointsThemselves()
        : person is { } who && await CombinesAsync(post, who, ct) ? new AdministratorsAreApart()
        : null;

    /// <summary>Whether the person has, or stands in for, a post that must stay apart from this one.</summary>
    public async Task<bool> CombinesAsync(Post post, PersonId person, CancellationToken ct)
    {
        var others = Separation.Roles.Where(r => Separation.Apart(post.Role, r)).ToList();
        var now = clock.Now();
        return others.Count > 0 && await db.Posts.AnyAsync(p => p.Until == null && others.Contains(p.Role) && (p.Holder == person || p.StandIns.Any(s => s.Person == person && s.Until > now)), ct);
    }

    /// <summary>Saves what was changed of a post, and every node learns of it.</summary>
    public async Task<Result<Done>> SaveAsync(CancellationToken ct)
    {
        await db.RestampAsync(Stamp.People, ct);
        await db.SaveChangesAsync(ct);
        cache.Changed();
        return default(Done);
    }

    /// <summary>What was saved is there to be read now: a longer transaction has ended.</summary>
    internal void Changed() => cache.Changed();

    /// <summary>Where a post sits today.</summary>
    public Task<string> PathAsync(Post post, CancellationToken ct) => db.Regions.Where(r => r.Id == post.Region).Select(r => r.Path).SingleAsync(ct);
}
