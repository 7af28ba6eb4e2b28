using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>Who is told for posts now: whoever stands in for an absent holder, by SMS too; and the holders, who read in the app what came while they were away, and are texted only where nobody who stands in can be (O-06).</summary>
internal static class PostPeople
{
    public static async Task<IReadOnlyList<PostPerson>> PeopleAsync(this MinqingDb db, IQueryable<Post> posts, DateTime now, CancellationToken ct)
    {
        var open = posts.AsNoTracking().Where(p => p.Until == null);
        var standIns = await (
            from p in open
            from s in p.StandIns
            where s.Since <= now && s.Until > now && s.Person != p.Holder
            join person in db.Persons on s.Person equals person.Id
            select new PostPerson(p.Id, p.Role, p.Unit, p.Region, p.Categories, new(person.Id, person.Phone != null))).ToListAsync(ct);
        var holders = await (
            from p in open
            join person in db.Persons on p.Holder equals person.Id
            select new PostPerson(p.Id, p.Role, p.Unit, p.Region, p.Categories, new(person.Id, person.Phone != null && !p.StandIns.Any(s => s.Person != p.Holder && s.Since <= now && s.Until > now && db.Persons.Any(x => x.Id == s.Person && x.Phone != null))))).ToListAsync(ct);
        return [.. standIns, .. holders];
    }
}

/// <summary>Somebody who is told for a post.</summary>
internal sealed record PostPerson(PostId Post, Role Role, UnitId Unit, RegionId Region, IReadOnlyList<string> Categories, Recipient Told)
{
    /// <summary>Whether matters of this category are its own.</summary>
    public bool Serves(string category) => Categories.Count == 0 || Categories.Contains(category);
}
