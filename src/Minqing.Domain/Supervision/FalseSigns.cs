using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Supervision;

/// <summary>What looks false about a closing, from what is known at the moment of closing (H-26).</summary>
public static class FalseSigns
{
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

            if (photo.OfReporter)
            {
                yield return new(FalseSign.PhotoOfReporter, photo.Media, null, null);
            }

            if (appeal.Point is { } place && photo.Point is { } point && place.MetresTo(point) is var metres && metres > rules.Metres)
            {
                yield return new(FalseSign.PhotoTakenElsewhere, photo.Media, null, metres);
            }

            if (photo.At is { } taken && taken < appeal.ReceivedAt)
            {
                yield return new(FalseSign.PhotoTakenBefore, photo.Media, null, (int)(appeal.ReceivedAt - taken).TotalMinutes);
            }
        }
    }
}

/// <summary>A photo handed in as evidence: where and when it says it was taken, in which other appeal the same picture was evidence before, and whether a reporter sent it.</summary>
public sealed record EvidencePhoto(Guid Media, Point? Point, DateTime? At, AppealId? UsedIn, bool OfReporter = false);

/// <summary>A sign, and what it is seen by.</summary>
public sealed record SeenSign(FalseSign Sign, Guid? Photo, AppealId? Other, int? Measured);
