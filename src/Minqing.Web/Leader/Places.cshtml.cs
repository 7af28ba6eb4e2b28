using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Watching;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Leader;

/// <summary>All villages of a town, or all towns of a county, at a glance.</summary>
public sealed class PlacesModel(ListPlaces list) : StaffPage
{
    public static int Days => ListPlaces.RecentDays;

    public IReadOnlyList<PlaceState> Places { get; private set; } = [];

    public IReadOnlyList<Stat> Stats =>
    [
        new(Places.Sum(p => p.Open), "在办"),
        new(Places.Sum(p => p.Late), "已超期", Alert: Alert.Red),
        new(Places.Sum(p => p.Settled), $"近 {Days} 天办结"),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await list.RunAsync(Viewer, ct);
        if (found.Problem is not null)
        {
            return Forbid();
        }

        Places = found.Value;
        return Page();
    }
}
