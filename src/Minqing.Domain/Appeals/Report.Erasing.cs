using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

// What the reporter's right to be forgotten takes away (P-12). The course, the place and the ratings stay: they say nothing of whom.
public sealed partial class Report
{
    public DateTime? ErasedAt { get; private set; }

    /// <summary>The person's words, photos and voice go, once nobody works on it any more. Their identity goes with its own log.</summary>
    /// <param name="why">Said by whoever does it for the reporter; null when the reporter does it.</param>
    public Problem? Erase(Appeal appeal, IReadOnlyList<Guid> texts, IReadOnlyList<MediaId> media, Written? why, By by)
    {
        if (ErasedAt is not null)
        {
            return new ReportErasedAlready();
        }

        if (!appeal.Ended && WithdrawnAt is null)
        {
            return new StillBeingHandled(appeal.Stage);
        }

        Take("erase", by, why is null ? [] : [why], [new ReportErased(texts, media)]);
        return null;
    }
}
