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

    /// <summary>It held a secret (I-31): nothing of what was said, shown or typed stays, nor where. Who said it stays in the vault, for the notice and for those whom the law lets ask.</summary>
    /// <param name="whole">Whether no other matter of it goes on.</param>
    public void Purge(bool whole, IReadOnlyList<Guid> texts, IReadOnlyList<MediaId> media, IReadOnlyList<StrippedEntry> stripped, string called, By by) =>
        Take("purge", by, [], [new ReportPurged(whole, texts, media, stripped, called)]);

    private void Purged(ReportPurged fact, By by)
    {
        if (fact.Whole)
        {
            (ErasedAt, Address, Point, SiteCode) = (by.At, fact.Called, null, null);
        }
    }
}
