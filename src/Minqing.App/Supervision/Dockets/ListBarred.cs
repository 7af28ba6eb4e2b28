using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Every unit that a veto bars from the awards of a year, also where it took the place of the one vetoed (S-08). The vetoes of a year are numbered as they became final.</summary>
public sealed class ListBarred(MinqingDb db, TimeProvider clock)
{
    private const int AtMost = 5000;

    /// <summary>Those of this year, for the marks beside units in lists and figures; none for whoever leads nowhere.</summary>
    public async Task<IReadOnlyDictionary<UnitId, Barred>> ShownToAsync(Viewer viewer, CancellationToken ct) =>
        viewer.May(Permission.SeeLeaderView) ? await RunAsync(LocalTime.DayOf(clock.Now()).Year, ct) : ImmutableDictionary<UnitId, Barred>.Empty;

    public async Task<IReadOnlyDictionary<UnitId, Barred>> RunAsync(int year, CancellationToken ct)
    {
        var vetoes = await db.Dockets.AsNoTracking().Where(d => d.Kind == DocketKind.Veto && d.Barred && d.Year == year)
            .OrderBy(d => d.EndedAt).ThenBy(d => d.Id).Take(AtMost).Select(d => new { d.Id, d.OwnerUnit, d.Ground }).ToListAsync(ct);
        var barred = new Dictionary<UnitId, Barred>();
        foreach (var (at, veto) in vetoes.Index())
        {
            barred.TryAdd(veto.OwnerUnit!.Value, new(veto.Id, year, at + 1, veto.Ground!.Value));
        }

        var sought = barred.Keys.ToList();
        while (sought.Count > 0)
        {
            var merged = await db.Units.AsNoTracking().Where(u => sought.Contains(u.Id) && u.MergedInto != null).Select(u => new { u.Id, Into = u.MergedInto!.Value }).ToListAsync(ct);
            sought = [.. merged.Where(m => barred.TryAdd(m.Into, barred[m.Id])).Select(m => m.Into)];
        }

        return barred;
    }
}

/// <summary>What bars a unit: the veto, its number in the year, what the mishandling led to.</summary>
public sealed record Barred(DocketId Docket, int Year, int No, VetoGround Ground);
