using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Administration.Staffing;

/// <summary>Which people an administrator sees: who holds a post in their area, and who holds none anywhere and waits for one.</summary>
internal static class ManagedPersons
{
    private static readonly Seen<At> Seen = new(x => x.Region.Path, (x, unit) => x.Post.Unit == unit);

    public static IQueryable<Person> PersonsWithin(this MinqingDb db, Scope scope)
    {
        var here = db.Posts.Where(p => p.Until == null && p.Holder != null)
            .Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new At { Post = p, Region = r })
            .Within(scope, Seen).Select(x => x.Post.Holder);
        return db.Persons.Where(p => here.Contains(p.Id) || !db.Posts.Any(o => o.Holder == p.Id && o.Until == null));
    }

    private sealed class At
    {
        public required Post Post { get; init; }

        public required Region Region { get; init; }
    }
}
