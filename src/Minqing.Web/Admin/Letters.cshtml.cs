using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Queues;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Admin;

/// <summary>Messages that were given up: try again, or set aside (P-24).</summary>
public sealed class LettersModel(ListDeadLetters list, RetryDeadLetter retry, SetAsideDeadLetter setAside) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public DeadLetterPage List { get; private set; } = new([], null);

    public string? Next => List.Next is { } next ? $"/admin/letters?number={next}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => With(await list.RunAsync(Viewer, Number, ct), found => List = found);

    public async Task<IActionResult> OnPostRetryAsync(Guid letter, CancellationToken ct) =>
        await DoneAsync(await retry.RunAsync(Viewer, letter, ct), "已放回队列，马上再送一次", ct);

    public async Task<IActionResult> OnPostSetAsideAsync(Guid letter, CancellationToken ct) =>
        await DoneAsync(await setAside.RunAsync(Viewer, letter, ct), "已搁置，不再送", ct);

    private async Task<IActionResult> DoneAsync(Result<Done> done, string said, CancellationToken ct)
    {
        if (done.Problem is { } problem)
        {
            Refuse(problem);
            return problem is NotAllowed ? Forbid() : await OnGetAsync(ct);
        }

        TempData["Said"] = said;
        return LocalRedirect("/admin/letters");
    }
}
