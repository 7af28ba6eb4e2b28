using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Timing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Admin;

/// <summary>Open limits counted again after calendar or rules were changed: first what would move, then, once confirmed, moved (D-06).</summary>
public sealed class LimitsModel(ReadRecount read, BeginRecount begin, ConfirmRecount confirm) : AdminPage
{
    private const int LookAgainAfterSeconds = 3;

    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public RecountView View { get; private set; } = null!;

    public Recount? It => View.Recount;

    public int Percent => It is not { } it ? 0 : it.Stage == RecountStage.Looking ? Part(it.Seen, it.Open) : Part(it.Tried, it.Moves);

    public string? Next => View.Next is { } next ? $"/admin/limits?after={next}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var page = With(await read.RunAsync(Viewer, After, ct), found => View = found);
        if (View is { Recount.Runs: true, Broken: false })
        {
            // The browser looks again by itself while something runs, also without scripts.
            Response.Headers["Refresh"] = $"{LookAgainAfterSeconds}";
        }

        return page;
    }

    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct) => await DoneAsync(await begin.RunAsync(Viewer, ct), ct);

    public async Task<IActionResult> OnPostMoveAsync(Guid id, CancellationToken ct) => await DoneAsync(await confirm.RunAsync(Viewer, id, ct), ct);

    private async Task<IActionResult> DoneAsync<T>(Result<T> done, CancellationToken ct)
    {
        switch (done.Problem)
        {
            case null:
                return LocalRedirect("/admin/limits");
            case NotAllowed:
                return Forbid();
            case Domain.Kernel.NotFound:
                return NotFound();
            default:
                Refuse(done.Problem);
                return await OnGetAsync(ct);
        }
    }

    private static int Part(int done, int all) => all == 0 ? 100 : Math.Min(100, (int)(done * 100L / all));
}
