using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>What looks false about a closing, from what is known at the moment of closing (H-26).</summary>
public static class FalseSigns
{
    private const double EarthMetres = 6_371_000;

    public static IEnumerable<SeenSign> Of(Appeal appeal, IReadOnlyList<Report> reports, Round round, IReadOnlyList<EvidencePhoto> photos, SignRules rules)
    {
        if (round.SubmittedAt is { } at && (int)(at - round.BegunAt).TotalMinutes is var minutes && minutes <= rules.Minutes
            && !reports.Any(r => r.Calls.Any(c => c.Outcome == CallOutcome.Reached && c.At >= round.BegunAt)))
        {
            yield return new(FalseSign.ClosedWithoutCall, null, null, minutes);
        }

        foreach (var photo in photos)
        {
            if (photo.UsedIn is { } other)
            {
                yield return new(FalseSign.PhotoReused, photo.Media, other, null);
            }

            if (appeal.Point is { } place && photo.Point is { } point && Metres(place, point) is var metres && metres > rules.Metres)
            {
                yield return new(FalseSign.PhotoTakenElsewhere, photo.Media, null, metres);
            }

            if (photo.At is { } taken && taken < appeal.ReceivedAt)
            {
                yield return new(FalseSign.PhotoTakenBefore, photo.Media, null, (int)(appeal.ReceivedAt - taken).TotalMinutes);
            }
        }
    }

    /// <summary>How far two positions are from one another, as the crow flies.</summary>
    public static int Metres(Point one, Point other)
    {
        var (lat, lon) = (double.DegreesToRadians(other.Lat - one.Lat), double.DegreesToRadians(other.Lon - one.Lon));
        var h = Math.Pow(Math.Sin(lat / 2), 2) + (Math.Cos(double.DegreesToRadians(one.Lat)) * Math.Cos(double.DegreesToRadians(other.Lat)) * Math.Pow(Math.Sin(lon / 2), 2));
        return (int)(2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }
}

/// <summary>A photo handed in as evidence: where and when it says it was taken, and in which other appeal the same picture was evidence before.</summary>
public sealed record EvidencePhoto(Guid Media, Point? Point, DateTime? At, AppealId? UsedIn);

/// <summary>A sign, and what it is seen by.</summary>
public sealed record SeenSign(FalseSign Sign, Guid? Photo, AppealId? Other, int? Measured);
