using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Ledger.Printing;

/// <summary>A list as a paper form: its title, its columns and how wide each is in signs, and how its lines are read. All that a list says of itself to be given away as a file.</summary>
internal sealed record PrintedList(string Title, IReadOnlyList<(string Name, int Width)> Columns, Func<ListAsked, Task<Result<ListLeaf>>> Read);

/// <summary>What a list is asked for one leaf.</summary>
/// <param name="Part">A part of the filter, as the list's address spells it.</param>
internal sealed record ListAsked(Viewer Viewer, Func<string, string?> Part, string? After, CancellationToken Ct)
{
    public string? Search => Part("q");

    public bool Is(string part) => Part(part) == "true";

    /// <summary>A code that the filter names; null where it names none.</summary>
    public T? Code<T>(string part)
        where T : struct, Enum => Part(part) is { } code ? Domain.Policy.Kebab.Parse<T>(code) : null;
}
