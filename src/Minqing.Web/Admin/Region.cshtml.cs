using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Places;

namespace Minqing.Web.Admin;

/// <summary>One region: who answers for it, tier by tier, and which units serve it.</summary>
public sealed class RegionModel(ReadRegion read) : AdminPage
{
    public RegionSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => With(await read.RunAsync(Viewer, code, ct), found => Sheet = found);
}
