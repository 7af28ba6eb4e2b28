using Minqing.Domain.Kernel;

namespace Minqing.Storage.Kernel;

/// <summary>Questions that the journal is asked again and again.</summary>
public static class JournalScopes
{
    /// <summary>The entries of these subjects. The log of who saw an identity has its report's id: it belongs only to who asks for it by its kind.</summary>
    public static IQueryable<JournalRow> Of(this IQueryable<JournalRow> journal, IReadOnlyCollection<Subject> subjects)
    {
        var (ids, kinds) = (subjects.Select(s => s.Id).Distinct().ToList(), subjects.Select(s => s.Kind).Distinct().ToList());
        return journal.Where(j => ids.Contains(j.SubjectId) && kinds.Contains(j.SubjectKind));
    }
}
