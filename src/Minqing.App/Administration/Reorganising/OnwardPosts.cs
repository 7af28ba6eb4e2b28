using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.App.Administration.Reorganising;

/// <summary>What becomes of the posts of a region or a unit that ends: they are closed, with their holders on record; a holder who goes on takes the vacant post of the role there, or one opened for them.</summary>
public sealed class OnwardPosts(MinqingDb db)
{
    /// <param name="moving">The posts whose holders go on.</param>
    /// <param name="joined">Which unit took whose place: posts of those that ended go on with the other, wherever they answer for.</param>
    /// <returns>What continues each closed post, and how many were closed.</returns>
    internal async Task<(Dictionary<PostId, PostId?> Continued, int Closed)> OfMergedAsync(
        Region from, Region into, IReadOnlyList<Guid> moving, IReadOnlyDictionary<UnitId, UnitId> joined, By by, CancellationToken ct)
    {
        var ended = joined.Keys.ToList();
        var posts = await db.Posts.Where(p => p.Until == null && (p.Region == from.Id || ended.Contains(p.Unit))).OrderBy(p => p.Code).ToListAsync(ct);
        var there = await db.Posts.Where(p => p.Until == null && p.Region == into.Id && !ended.Contains(p.Unit)).OrderBy(p => p.Rank).ThenBy(p => p.Code).ToListAsync(ct);
        var (continued, left) = (new Dictionary<PostId, PostId?>(), posts.Select(p => p.Holder).OfType<PersonId>().Distinct().ToList());
        foreach (var post in posts)
        {
            var (holder, here) = (post.Holder, post.Region == from.Id);
            Must(post.Close(by.At, by));
            continued[post.Id] = (here, holder) switch
            {
                (true, { } person) when moving.Contains(post.Id.Value) => await GoOnAsync(post, person, there, from, into, joined, by, ct),
                (true, _) => null,
                _ => StandIn(post, await OpenAsync(post, post.Rank, post.Region, joined[post.Unit], holder, from, into, by, ct), by).Id,
            };
        }

        await RelieveAsync(left, [.. posts.Select(p => p.Id)], by, ct);
        return (continued, posts.Count);
    }

    // Whoever lost their last post stands in elsewhere no more, and has no shift there.
    private async Task RelieveAsync(IReadOnlyList<PersonId> left, IReadOnlyList<PostId> closed, By by, CancellationToken ct)
    {
        var still = await db.Posts.Where(p => p.Until == null && p.Holder != null && left.Contains(p.Holder.Value) && !closed.Contains(p.Id)).Select(p => p.Holder!.Value).ToListAsync(ct);
        var gone = left.Except(still).Except(db.Posts.Local.Where(p => p is { Until: null, Holder: not null }).Select(p => p.Holder!.Value)).ToList();
        await db.Posts.Where(p => p.Until == null && p.StandIns.Any(s => gone.Contains(s.Person) && s.Until > by.At)).LoadAsync(ct);
        foreach (var post in gone.Count == 0 ? [] : db.Posts.Local.Where(p => p.Until is null).ToList())
        {
            gone.ForEach(person => post.Relieve(person, by));
        }
    }

    /// <summary>Whoever answers for a grid answers for a grid taken out of it, until somebody else is appointed.</summary>
    internal async Task<int> OfPartAsync(Region grid, Region part, By by, CancellationToken ct)
    {
        var posts = await db.Posts.Where(p => p.Until == null && p.Region == grid.Id).OrderBy(p => p.Code).ToListAsync(ct);
        foreach (var post in posts)
        {
            await OpenAsync(post, post.Rank, part.Id, post.Unit, post.Holder, grid, part, by, ct);
        }

        return posts.Count;
    }

    private async Task<PostId> GoOnAsync(Post post, PersonId person, List<Post> there, Region from, Region into, IReadOnlyDictionary<UnitId, UnitId> joined, By by, CancellationToken ct)
    {
        if (there.Find(p => p.Role == post.Role && p.Holder is null) is { } vacant)
        {
            Must(vacant.Appoint(person, by.At, by));
            StandIn(post, vacant, by);
            return vacant.Id;
        }

        var rank = there.Exists(p => p.Role == post.Role) ? PostRank.Deputy : post.Rank;
        var opened = await OpenAsync(post, rank, into.Id, joined.GetValueOrDefault(post.Unit, post.Unit), person, from, into, by, ct);
        StandIn(post, opened, by);
        there.Add(opened);
        return opened.Id;
    }

    private async Task<Post> OpenAsync(Post like, PostRank rank, RegionId region, UnitId unit, PersonId? holder, Region from, Region into, By by, CancellationToken ct)
    {
        var code = await CodeAsync(like.Code.Replace(from.Code, into.Code, StringComparison.Ordinal), ct);
        return db.Posts.Add(Post.Open(new(Guid.CreateVersion7()), new(code, like.Role, rank, like.Part, unit, region, like.Categories, by.At), by, holder)).Entity;
    }

    // Leave and duty that were laid down go along; where the other post has somebody for the time already, that stands.
    private static Post StandIn(Post ended, Post onward, By by)
    {
        foreach (var s in ended.StandIns.Where(s => s.Until > by.At))
        {
            var since = s.Since > by.At ? s.Since : by.At;
            _ = s.Shift ? onward.PutOnRoster(s.Person, since, s.Until, by) : onward.NameStandIn(s.Person, since, s.Until, by);
        }

        return onward;
    }

    private async Task<string> CodeAsync(string wanted, CancellationToken ct)
    {
        for (var n = 1; ; n++)
        {
            var code = n == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}");
            if (!db.Posts.Local.Any(p => p.Code == code) && !await db.Posts.AnyAsync(p => p.Code == code, ct))
            {
                return code;
            }
        }
    }

    // It was open a moment ago in this very transaction, and now is not before then.
    private static void Must(Result<Done> done)
    {
        if (done.Problem is { } problem)
        {
            throw new InvalidOperationException($"{problem}");
        }
    }
}
