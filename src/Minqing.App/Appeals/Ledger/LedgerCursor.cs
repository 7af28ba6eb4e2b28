using Minqing.App.Kernel;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Ledger;

/// <summary>A place in the ledger, the newest first: what lies behind it comes on the next page.</summary>
public sealed record LedgerCursor(DateTime At, AppealId Appeal) : IComparable<LedgerCursor>
{
    /// <summary>As it stands in an address.</summary>
    public string Text => new Cursor(At, Appeal.Value).Text;

    public static bool operator <(LedgerCursor left, LedgerCursor right) => left.CompareTo(right) < 0;

    public static bool operator >(LedgerCursor left, LedgerCursor right) => left.CompareTo(right) > 0;

    public static bool operator <=(LedgerCursor left, LedgerCursor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LedgerCursor left, LedgerCursor right) => left.CompareTo(right) >= 0;

    /// <summary>By time, then by id, as the database orders them.</summary>
    public int CompareTo(LedgerCursor? other) => other is null ? 1 : At != other.At ? At.CompareTo(other.At) : Appeal.CompareTo(other.Appeal);

    /// <summary>Null where the text is none.</summary>
    public static LedgerCursor? Read(string? text) =>
        Cursor.Read(text) is { At: var at, Id: var appeal } ? new(at, new(appeal)) : null;
}
