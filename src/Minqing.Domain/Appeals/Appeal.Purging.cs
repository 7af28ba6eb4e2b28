using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Secrets are never stored: what held one is left as a stub (I-31). One person declines it and asks for that, a second one agrees.
public sealed partial class Appeal
{
    /// <summary>When all that was submitted and written here was destroyed, because it held a secret.</summary>
    public DateTime? PurgedAt { get; private set; }

    /// <summary>Who asked that it be destroyed; null once that was decided.</summary>
    public PersonId? PurgeAskedBy { get; private set; }

    public SecretKind? PurgeKind { get; private set; }

    /// <summary>The unit that found a secret in it: those of it see it as long as few do.</summary>
    public UnitId? SecretWith { get; private set; }

    /// <summary>The second person agrees. What is to be destroyed follows with <see cref="Purge"/>.</summary>
    public Result<(SecretKind Kind, By By)> AgreePurge(Hand hand, Rules rules)
    {
        var chosen = Choose(Step.AgreePurge, hand, rules);
        if ((chosen.Problem ?? SecondToPurge(hand)) is { } no)
        {
            return no;
        }

        return (PurgeKind!.Value, chosen.Value);
    }

    /// <summary>The second person does not agree: nothing is destroyed, and few see it still.</summary>
    public Problem? RefusePurge(Written words, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.RefusePurge, hand, rules);
        if ((chosen.Problem ?? SecondToPurge(hand)) is { } no)
        {
            return no;
        }

        Take(Step.RefusePurge.Name(), chosen.Value, [words], [new PurgeRefused(words.Id, SecretWith)]);
        return null;
    }

    /// <summary>It went into one that is to be destroyed: until that is decided few see it too.</summary>
    public void KeepSecret(UnitId? unit, By by) => Take("keep-secret", by, [], [new SecretKept(unit)]);

    /// <summary>Leaves the stub: number, times, route, who decided, for what kind of secret.</summary>
    public void Purge(SecretKind kind, IReadOnlyList<Guid> texts, IReadOnlyList<MediaId> media, IReadOnlyList<StrippedEntry> stripped, string called, By by) =>
        Take("purge", by, [], [new AppealPurged(kind, texts, media, stripped, called, PurgeAskedBy is null ? null : SecretWith)]);

    private Problem? SecondToPurge(Hand hand) =>
        PurgeAskedBy is not { } first ? new NoPurgeAsked() : first == hand.Person ? new SecondPersonNeeded() : null;

    private void Purged(AppealPurged fact, By by) => (PurgedAt, PurgeAskedBy, Address, Point, SiteCode) = (by.At, null, fact.Called, null, null);
}
