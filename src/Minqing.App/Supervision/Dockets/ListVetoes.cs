using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Dockets;

/// <summary>The units that are barred from the awards of a year, each with what it led to and where it is booked (S-08).</summary>
public sealed class ListVetoes(MinqingDb db)
{
    private const int AtMost = 500;

    private static readonly Seen<Docket> Seen = new(d => d.Path, (d, unit) => d.OwnerUnit == unit);

    public async Task<Result<IReadOnlyList<VetoRow>>> RunAsync(Viewer viewer, int year, CancellationToken ct)
    {
        // Who is barred is no secret of those who keep the books: whoever leads there knows.
        var scope = viewer.Scope(Permission.SeeLeaderView);
        return scope.IsEmpty
            ? new NotForYou(Permission.SeeLeaderView)
            : (Result<IReadOnlyList<VetoRow>>)await db.Dockets.AsNoTracking().Within(scope, Seen)
                .Where(d => d.Kind == DocketKind.Veto && d.Barred && d.Year == year)
                .OrderByDescending(d => d.EndedAt).Take(AtMost)
                .Select(d => new VetoRow(d.Id, d.OwnerUnit!.Value, db.Units.Where(u => u.Id == d.OwnerUnit).Select(u => u.Name).First(), d.Ground!.Value, d.EndedAt!.Value,
                    db.Dockets.Count(x => x.Kind == DocketKind.Veto && x.Barred && x.Year == year && (x.EndedAt < d.EndedAt || (x.EndedAt == d.EndedAt && x.Id <= d.Id)))))
                .ToListAsync(ct);
    }
}

/// <summary>A unit barred from the awards of a year.</summary>
/// <param name="No">The veto's number in that year.</param>
public sealed record VetoRow(DocketId Docket, UnitId Unit, string Name, VetoGround Ground, DateTime Since, int No);
