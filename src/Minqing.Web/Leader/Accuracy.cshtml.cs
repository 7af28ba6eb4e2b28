using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision;
using Minqing.Domain.People;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Leader;

/// <summary>How many dispatches were right the first time, by whom (H-04).</summary>
public sealed class AccuracyModel(CountDispatches count) : StaffPage
{
    private static readonly int[] Periods = [CountDispatches.Days, 90, 365];

    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    public DispatchCounts Counts { get; private set; } = null!;

    public IReadOnlyList<Chip> Chips => [.. Periods.Select(d => new Chip($"近 {d} 天", $"/dispatch/accuracy?days={d}", d == Chosen))];

    private int Chosen => Days is { } days && Periods.Contains(days) ? days : Periods[0];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeLeaderView))
        {
            return Forbid();
        }

        Counts = await count.RunAsync(Viewer, Chosen, ct);
        return Page();
    }

    /// <summary>Cut and not rounded: 99.96 % is not all of them.</summary>
    public static string Share(int given, int wrong) =>
        given == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor((given - wrong) * 1000m / given) / 10:0.0}%");
}
