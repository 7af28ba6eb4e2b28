using Minqing.Domain.Kernel;

namespace Minqing.Domain.People;

/// <summary>How far one permission reaches for the posts that a person holds; empty when they do not have it at all.</summary>
public sealed record Scope(IReadOnlyList<Reach> Reaches)
{
    public bool IsEmpty => Reaches.Count == 0;

    public static Scope Of(IEnumerable<HeldPost> posts, Permission permission)
    {
        var kept = new List<Reach>();
        foreach (var reach in posts.SelectMany(p => p.Reaches(permission)))
        {
            if (!kept.Exists(k => k.Includes(reach)))
            {
                kept.RemoveAll(reach.Includes);
                kept.Add(reach);
            }
        }

        return new(kept);
    }

    /// <summary>Whether something at this place, standing with these units, is within reach.</summary>
    public bool Covers(string path, IEnumerable<UnitId> units, string? category = null, bool sensitive = false) =>
        Reaches.Any(r => r.Covers(path, units, category, sensitive));
}
