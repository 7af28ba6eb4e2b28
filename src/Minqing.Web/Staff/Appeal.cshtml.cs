using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Media;

namespace Minqing.Web.Staff;

/// <summary>One appeal: what and where, the next step, the person, the story, why it is due when it is (D-08).</summary>
public sealed class AppealModel(ReadAppeal read, ListMedia media, TimeProvider clock) : AppealPage(read, media, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();
}
