using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals.Identities;

/// <summary>Who saw a reporter's identity, when and what for: for the reporter, who shows number and query code. Posts are told, not people.</summary>
public sealed class ListOpenings(MinqingDb db, ReporterEntry entry)
{
    public async Task<Result<IReadOnlyList<Opening>>> RunAsync(string? number, string? code, CancellationToken ct)
    {
        var let = await entry.RunAsync(number, code, ct);
        if (let.Problem is { } no)
            return no;

        var report = let.Value.Value;
        var steps = (await db.Journal.AsNoTracking().Where(j => j.SubjectId == report && j.SubjectKind == SubjectKind.Vault).OrderBy(j => j.Seq).Select(j => j.Body).ToListAsync(ct))
            .Select(b => Facts.Step(Facts.Parse(b))).ToList();
        var units = steps.Select(s => s.By.Actor.Unit).OfType<UnitId>().Distinct().ToList();
        var names = await db.Units.AsNoTracking().Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return steps.SelectMany(s => s.Facts.OfType<IdentityOpened>()
            .Select(f => new Opening(s.By.At, s.By.Actor.Role, s.By.Actor.Unit is { } unit ? names.GetValueOrDefault(unit) : null, f.Purpose))).ToList();
    }
}

/// <summary>One opening of an identity, as its owner is told.</summary>
/// <param name="Role">The role of the post, by name.</param>
/// <param name="Unit">The unit's name.</param>
public sealed record Opening(DateTime At, string? Role, string? Unit, OpeningPurpose Purpose);
