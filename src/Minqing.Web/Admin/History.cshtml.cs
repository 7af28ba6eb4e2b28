using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Reorganising;

namespace Minqing.Web.Admin;

/// <summary>A region through the years, also one that is no more: names, what was received under each, what went into what, who held its posts (O-09).</summary>
public sealed class HistoryModel(ReadRegionHistory read) : AdminPage
{
    public RegionHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => With(await read.RunAsync(Viewer, code, ct), found => History = found);
}
