using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Administration.Auditing;

/// <summary>A page of what is audited, where the next begins, and how far the journal is sealed.</summary>
/// <param name="Sealed">How many entries stand under the newest signed tree head.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, string? Next, long Sealed, DateTime? SealedAt);

/// <summary>One entry: who did what.</summary>
/// <param name="About">The number of a report, where a post is, what a region was called and is.</param>
/// <param name="Role">The post's, where it is one.</param>
/// <param name="Concerned">Who got the post, or stands in.</param>
/// <param name="Words">The reason that was given.</param>
/// <param name="Times">How often that day, where an appeal was opened.</param>
public sealed record AuditRow(Guid Id, DateTime At, string Step, Actor Actor, string? Name, string? Unit, string About, Role? Role, string? Concerned, IReadOnlyList<DomainEvent> Facts, string? Words, int Times = 1);

/// <summary>What is audited.</summary>
public enum AuditKind
{
    /// <summary>Looks at who a reporter is, and erasures.</summary>
    Identities,

    /// <summary>Files taken of the ledger and of any list.</summary>
    Exports,

    /// <summary>Appointments, absences, rosters.</summary>
    Posts,

    /// <summary>Appeals opened: by whom, on which day, how often. What stands in them is not shown.</summary>
    Accesses,

    /// <summary>Regions and units merged, split, renamed.</summary>
    Regions,
}
