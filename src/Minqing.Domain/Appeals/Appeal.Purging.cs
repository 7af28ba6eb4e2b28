using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Secrets are never stored: what held one is left as a stub (I-31).
public sealed partial class Appeal
{
    /// <summary>When all that was submitted and written here was destroyed, because it held a secret.</summary>
    public DateTime? PurgedAt { get; private set; }

    /// <summary>Leaves the stub: number, times, route, who decided, for what kind of secret. Follows the step that ended it.</summary>
    public void Purge(SecretKind kind, IReadOnlyList<Guid> texts, IReadOnlyList<MediaId> media, IReadOnlyList<StrippedEntry> stripped, string called, By by) =>
        Take("purge", by, [], [new AppealPurged(kind, texts, media, stripped, called)]);

    private void Purged(AppealPurged fact, By by) => (PurgedAt, Address, Point, SiteCode) = (by.At, fact.Called, null, null);
}
