using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Intake;

/// <summary>Where a submission is about: the place of the scanned code, or a region by its number.</summary>
public sealed class FindPlace(MinqingDb db, ReadSiteCode codes)
{
    public async Task<Result<Place>> RunAsync(Submission submission, CancellationToken ct)
    {
        if (submission.Point is { } p && (p.Lat is not (>= -90 and <= 90) || p.Lon is not (>= -180 and <= 180)))
        {
            return new PointNotValid();
        }

        return submission.SiteCode is { } code ? await OfCodeAsync(code, submission, ct) : await OfRegionAsync(submission, ct);
    }

    // What hangs at the door says where; the person may say it better.
    private async Task<Result<Place>> OfCodeAsync(string code, Submission submission, CancellationToken ct) =>
        await codes.PlaceAsync(code, ct) is { Ok: true } place
            ? place.Value with { Point = submission.Point ?? place.Value.Point, Address = Writing.Line(submission.Address) ?? place.Value.Address }
            : new UnknownSiteCode();

    private async Task<Result<Place>> OfRegionAsync(Submission submission, CancellationToken ct)
    {
        var code = submission.RegionCode?.Trim() ?? "";
        if (code.Length is not (12 or 15) || !code.All(char.IsAsciiDigit))
        {
            return new UnknownRegion();
        }

        // A number of then, from a phone that had no signal or a sheet on a wall, leads to what took its place.
        var known = await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => r.Code == code, ct) is { } found ? found.Id
            : await db.RegionVersions.AsNoTracking().Where(v => v.Code == code).OrderByDescending(v => v.Until).Select(v => (RegionId?)v.RegionId).FirstOrDefaultAsync(ct);
        var region = known is { } id ? await db.TodayAsync(id, ct) : null;
        return region is { ClosedOn: null, Level: RegionLevel.Township or RegionLevel.Village or RegionLevel.Grid }
            ? new Place(region.Id, region.Path, Writing.Line(submission.Address) ?? region.Name, submission.Point)
            : new UnknownRegion();
    }
}
