using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>What was found to be no appeal, by reason, open to inspection (I-31).</summary>
public sealed class InvalidModel(ListInvalid list) : StaffPage
{
    /// <summary>One reason, as the address spells it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public InvalidPage List { get; private set; } = null!;

    public IReadOnlyList<Chip> Filters =>
    [
        new("全部", "/invalid", Only is null, List.Counts.Values.Sum()),
        .. List.Counts.Keys.Order().Select(r => new Chip(Words.Say($"staff.invalid.{r.Name()}"), $"/invalid?reason={r.Name()}", Only == r, List.Counts[r])),
    ];

    private InvalidReason? Only => Reason is { } reason ? Kebab.Parse<InvalidReason>(reason) : null;

    public string Address(string after) => $"/invalid?after={after}{(Only is { } reason ? $"&reason={reason.Name()}" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await list.RunAsync(Viewer, Only, After, ct);
        if (!found.Ok)
        {
            return Forbid();
        }

        List = found.Value;
        return Page();
    }
}
