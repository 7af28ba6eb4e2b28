namespace Minqing.Domain.Kernel;

/// <summary>What a journal chain or a clock is about.</summary>
public readonly record struct Subject(SubjectKind Kind, Guid Id);

/// <summary>The kinds of things that have a journal of their own.</summary>
public enum SubjectKind
{
    Appeal,
    Report,
    Instruction,
    KeyMatter,
    Post,
    Profile,
    Permission,
    Vault,
    Account,
    Assessment,
    Docket,
    MassEvent,
    Reorganisation,
    Publicity,
    LedgerExport,
    Reconciliation,
    Commendation,
}
