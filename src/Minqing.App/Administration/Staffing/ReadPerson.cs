using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Storage;

namespace Minqing.App.Administration.Staffing;

/// <summary>One person: their number masked, and every post they hold or held.</summary>
public sealed class ReadPerson(MinqingDb db)
{
    public async Task<Result<PersonSheet>> RunAsync(Viewer viewer, PersonId id, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManagePeople);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManagePeople);
        if (await db.PersonsWithin(scope).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NoSuchPerson(id);

        var held = await db.Posts.AsNoTracking().Where(p => p.Holdings.Any(h => h.Person == id))
            .Join(db.Regions, p => p.Region, r => r.Id, (p, r) => new { Post = p, r.Name, r.Path }).ToListAsync(ct);
        return new PersonSheet(
            person.Id.Value, person.Code, person.Name, person.MaskedPhone,
            [.. held.SelectMany(x => x.Post.Holdings.Where(h => h.Person == id)
                .Select(h => new HeldSheet(x.Post.Id.Value, x.Post.Role, x.Name, h.Since, h.Until, scope.Covers(x.Path, [x.Post.Unit]))))
                .OrderBy(h => h.Until is not null).ThenByDescending(h => h.Since)]);
    }
}

/// <summary>A person with their posts, those held now first.</summary>
public sealed record PersonSheet(Guid Id, string Code, string Name, string? Phone, IReadOnlyList<HeldSheet> Posts);

/// <summary>A post that a person holds or held, and whether the viewer may open it.</summary>
public sealed record HeldSheet(Guid Post, Role Role, string Region, DateTime Since, DateTime? Until, bool Open);
