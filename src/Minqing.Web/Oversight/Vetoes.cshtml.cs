using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Oversight;

/// <summary>Which units are barred from the awards of a year, and why (S-08).</summary>
public sealed class VetoesModel(ListVetoes list, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int Shown { get; private set; }

    /// <summary>The years that are offered: this one and the two before.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<VetoRow> Rows { get; private set; } = [];

    /// <summary>Whether the viewer may open the books.</summary>
    public bool Opens => Viewer.May(DocketFlow.Keeps(DocketKind.Veto));

    public static string Href(int year) => string.Create(CultureInfo.InvariantCulture, $"/oversight/vetoes?year={year}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).Year;
        (Shown, Years) = (Year ?? now, [now, now - 1, now - 2]);
        var found = await list.RunAsync(Viewer, Shown, ct);
        if (found.Problem is NotForYou)
        {
            return Forbid();
        }

        Rows = found.Value;
        return Page();
    }
}
