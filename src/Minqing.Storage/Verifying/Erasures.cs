using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>What the journal says was erased, of the subjects being checked: nothing else may be gone, and nothing of it may be there.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<Guid, HashSet<Guid>> erased = [];

    public void Follow(StoredEntry entry, StepTaken? step)
    {
        foreach (var (texts, media) in (step?.Facts ?? []).Select(Of).OfType<(IReadOnlyList<Guid>, IReadOnlyList<MediaId>)>())
        {
            if (!erased.TryGetValue(entry.SubjectId, out var known))
                erased[entry.SubjectId] = known = [];
            known.UnionWith(texts);
            known.UnionWith(media.Select(m => m.Value));
        }
    }

    public bool Holds(TextRef text) => Holds(text.Subject, text.Id);

    public bool Holds(MediaSaid media) => Holds(media.Subject, media.Id);

    /// <summary>All but the open subject are done with.</summary>
    public void Forget(Guid? open)
    {
        foreach (var done in erased.Keys.Where(k => k != open).ToList())
            erased.Remove(done);
    }

    private static (IReadOnlyList<Guid> Texts, IReadOnlyList<MediaId> Media)? Of(DomainEvent fact) => fact switch
    {
        ReportErased f => (f.Texts, f.Media),
        ReportPurged f => (f.Texts, f.Media),
        AppealPurged f => (f.Texts, f.Media),
        _ => null,
    };

    private bool Holds(Guid subject, Guid id) => erased.TryGetValue(subject, out var known) && known.Contains(id);
}
