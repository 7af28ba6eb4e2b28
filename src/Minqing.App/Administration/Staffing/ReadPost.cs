using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.App.People.Posts;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Staffing;

/// <summary>One post: where it sits, who holds it, who held it before.</summary>
public sealed class ReadPost(MinqingDb db, ManagedPosts posts)
{
    public async Task<Result<PostSheet>> RunAsync(Viewer viewer, PostId id, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManagePeople))
            return new NotForYou(Permission.ManagePeople);
        if (await posts.FindAsync(viewer, id, ct) is not var (post, _))
            return new NoSuchPost(id);

        var region = await db.Regions.AsNoTracking().SingleAsync(r => r.Id == post.Region, ct);
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == post.Unit).Select(u => u.Name).SingleAsync(ct);
        var held = post.Holdings.Select(h => h.Person).Distinct().ToList();
        var persons = await db.Persons.AsNoTracking().Where(p => held.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return new PostSheet(
            post.Id.Value, post.Code, post.Role, post.Rank, post.Part, unit, region.Code, region.Name, post.Categories, post.Since, post.Until,
            [.. post.Holdings.OrderByDescending(h => h.No).Select(h => new HoldingSheet(h.Person.Value, persons[h.Person].Code, persons[h.Person].Name, persons[h.Person].MaskedPhone, h.Since, h.Until))]);
    }
}

/// <summary>A post with its holders, the newest first.</summary>
public sealed record PostSheet(
    Guid Id,
    string Code,
    Role Role,
    PostRank Rank,
    UnitPart Part,
    string Unit,
    string RegionCode,
    string Region,
    IReadOnlyList<string> Categories,
    DateTime Since,
    DateTime? Until,
    IReadOnlyList<HoldingSheet> Holdings)
{
    /// <summary>Who holds it now; null when it is vacant.</summary>
    public HoldingSheet? Holder => Holdings.FirstOrDefault(h => h.Until is null);
}

/// <summary>Who held a post, from when to when.</summary>
public sealed record HoldingSheet(Guid Person, string Code, string Name, string? Phone, DateTime Since, DateTime? Until);
