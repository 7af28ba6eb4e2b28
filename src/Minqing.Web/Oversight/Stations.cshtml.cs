using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Oversight;

/// <summary>The deputies' stations: who is chief, who belongs to them, what each looks after and did in a period (S-10).</summary>
public sealed class StationsModel(ListStations list, Profile profile) : StaffPage
{
    /// <summary>The first day of the figures; of this year where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>A part of a station's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public StationPage? List { get; private set; }

    public string? Next => List?.Next is { } next ? new Finder("/stations", Q, ("from", Text(From)), ("to", Text(To))).With(("after", next)) : null;

    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What somebody looks after, in words.</summary>
    public string Remit(StationDeputy one) =>
        string.Join('、', one.Areas) + (one.Categories.Select(c => profile.Categories.FirstOrDefault(k => k.Code == c)?.Name).OfType<string>().ToList() is { Count: > 0 } named ? $"：{string.Join('、', named)}" : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await list.RunAsync(Viewer, From, To, Q, After, ct);
        if (found.Problem is NotAllowed)
        {
            return Forbid();
        }

        if (found.Problem is { } unclear)
        {
            Refuse(unclear);
            return Page();
        }

        List = found.Value;
        return Page();
    }
}
