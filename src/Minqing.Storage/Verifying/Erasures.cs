using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Storage.Verifying;

/// <summary>What the journal says was erased, of the subjects being checked: nothing else may be gone, and nothing of it may be there.</summary>
internal sealed class Erasures
{
    private readonly Dictionary<Guid, HashSet<Guid>> erased = [];

    public void Follow(StoredEntry entry, StepTaken? step)
    {
        foreach (var fact in (step?.Facts ?? []).OfType<ReportErased>())
        {
            if (!erased.TryGetValue(entry.SubjectId, out var known))
                erased[entry.SubjectId] = known = [];
            known.UnionWith(fact.Texts);
            known.UnionWith(fact.Media.Select(m => m.Value));
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

    private bool Holds(Guid subject, Guid id) => erased.TryGetValue(subject, out var known) && known.Contains(id);
}
