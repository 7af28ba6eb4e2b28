using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Lists;

/// <summary>One line of a list: what, where, whose move, how long left.</summary>
/// <param name="Stopped">Whether its time stands still.</param>
/// <param name="Key">Whose turn it is, as <see cref="TurnKey"/> spells it.</param>
public sealed record TurnRow(
    AppealId Appeal,
    TurnKind Kind,
    DateTime StartAt,
    DateTime DueAt,
    string Address,
    string? Words,
    string Category,
    Grade Grade,
    Urgency Urgency,
    Stage Stage,
    int Level,
    int Round,
    DateTime ReceivedAt,
    string Key,
    bool Stopped)
{
    /// <summary>For what else it is the viewer's move.</summary>
    public IReadOnlyList<TurnKind> Also { get; init; } = [];

    /// <summary>Where the next page begins.</summary>
    public string Cursor => new Cursor(DueAt, Appeal.Value).Text;
}

/// <summary>A page of a list, and where the next one begins; null at the end.</summary>
public sealed record TurnPage(IReadOnlyList<TurnRow> Rows, string? Next);
