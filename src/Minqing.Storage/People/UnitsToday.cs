using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Storage.People;

/// <summary>Which unit answers today for one of then.</summary>
public static class UnitsToday
{
    private const int AtMost = 50;

    /// <summary>What units were called at an instant.</summary>
    public static async Task<Dictionary<UnitId, string>> CalledAsync(this MinqingDb db, IReadOnlyCollection<UnitId> units, DateTime at, CancellationToken ct)
    {
        var ids = units.ToList();
        var versions = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).SelectMany(u => u.Versions, (u, v) => new { u.Id, v.Name, v.Since }).ToListAsync(ct);
        return versions.GroupBy(v => v.Id).ToDictionary(u => u.Key, u => (u.Where(v => v.Since <= at).MaxBy(v => v.Since) ?? u.MinBy(v => v.Since)!).Name);
    }

    /// <summary>The units whose place this one took, and the place of those.</summary>
    public static async Task<IReadOnlyList<UnitId>> SucceededAsync(this MinqingDb db, UnitId unit, CancellationToken ct)
    {
        var (found, last) = (new List<UnitId>(), new List<UnitId?> { unit });
        for (var i = 0; i < AtMost && last.Count > 0; i++)
        {
            var before = await db.Units.AsNoTracking().Where(u => last.Contains(u.MergedInto)).Select(u => u.Id).ToListAsync(ct);
            found.AddRange(before);
            last = before.ConvertAll(u => (UnitId?)u);
        }

        return found;
    }

    /// <summary>Those of the units that are no more, with what took their place and is there today.</summary>
    public static async Task<Succession> SuccessorsAsync(this MinqingDb db, IReadOnlyCollection<UnitId> units, CancellationToken ct)
    {
        var ids = units.ToList();
        var gone = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id) && u.MergedInto != null).Select(u => new { u.Id, u.MergedInto }).ToListAsync(ct);
        var successors = gone.ToDictionary(u => u.Id, u => u.MergedInto!.Value);
        foreach (var (from, first) in successors.ToList())
        {
            var to = first;
            for (var i = 0; i < AtMost && await db.Units.AsNoTracking().Where(u => u.Id == to).Select(u => u.MergedInto).FirstOrDefaultAsync(ct) is { } next; i++)
            {
                to = next;
            }

            successors[from] = to;
        }

        return Succession.None with { Units = successors };
    }
}
