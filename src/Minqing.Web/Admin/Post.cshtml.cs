using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Staffing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.Web.Admin;

/// <summary>One post: who holds it, who held it before; appointing and ending, from a day on, written into its journal (O-04).</summary>
public sealed class PostModel(ReadPost read, AppointByNumber appoint, EndOnDay end, TimeProvider clock) : AdminPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    /// <summary>Whom the form was about: another who took the post meanwhile stays.</summary>
    [BindProperty]
    public Guid? Holder { get; set; }

    public PostSheet Sheet { get; private set; } = null!;

    /// <summary>Today, as forms write it: nobody is appointed for a day to come.</summary>
    public string Today => LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => With(await read.RunAsync(Viewer, new(id), ct), found => Sheet = found);

    public async Task<IActionResult> OnPostAppointAsync(Guid id, CancellationToken ct) =>
        ModelState.IsValid ? await DoneAsync(id, await appoint.RunAsync(Viewer, new(id), Number, Since, ct), "已任命", ct) : await OnGetAsync(id, ct);

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        ModelState.IsValid ? await DoneAsync(id, await end.RunAsync(Viewer, new(id), Last, Holder is { } seen ? new(seen) : null, ct), "已离任，岗位空缺", ct) : await OnGetAsync(id, ct);

    private async Task<IActionResult> DoneAsync(Guid id, Result<Done> done, string said, CancellationToken ct)
    {
        if (done.Problem is null)
        {
            TempData["Said"] = said;
            return LocalRedirect($"/admin/posts/{id}");
        }

        var shown = await OnGetAsync(id, ct);
        if (Sheet is not null)
            Refuse(done.Problem, FieldOf(done.Problem));
        return shown;
    }

    private string FieldOf(Problem problem) => problem switch
    {
        NotValid => nameof(Number),
        TooEarlyForPost or NotInTheFuture => Sheet.Holder is null ? nameof(Since) : nameof(Last),
        _ => "",
    };
}
