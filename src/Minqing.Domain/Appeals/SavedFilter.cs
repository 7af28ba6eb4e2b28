using Minqing.Domain.Kernel;

namespace Minqing.Domain.Appeals;

/// <summary>A filter of a list that somebody gave a name and keeps; perhaps their unit has it too.</summary>
public sealed class SavedFilter
{
    public const int NameAtMost = 20;

    /// <summary>How long what it asks may be, as it stands in an address.</summary>
    public const int QueryAtMost = 500;

    /// <summary>How many somebody may keep.</summary>
    public const int AtMost = 30;

    public SavedFilter(Guid id, PersonId owner, FilteredList list, string name, DateTime at) => (Id, Owner, List, Name, SavedAt) = (id, owner, list, name, at);

    private SavedFilter()
    {
    }

    public Guid Id { get; private set; }

    public PersonId Owner { get; private set; }

    /// <summary>The unit whose people have it too; null where it is its owner's alone.</summary>
    public UnitId? Unit { get; private set; }

    public FilteredList List { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What it asks, as it stands in the list's address behind the question mark.</summary>
    public string Query { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    /// <summary>From now on it asks this, and is had by those.</summary>
    public void Ask(string query, UnitId? unit, DateTime at) => (Query, Unit, SavedAt) = (query, unit, at);
}

/// <summary>A list whose filters can be kept. Its name is its page's address.</summary>
public enum FilteredList
{
    Ledger,
    Work,
    Dispatch,
    Followups,
    Watch,
    Late,
    Instructions,
    Signs,
    Samples,
    Oversight,
    Reconciliations,
    Remit,
    Events,
}
