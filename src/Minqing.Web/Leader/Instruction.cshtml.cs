using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>One instruction: acknowledge and answer it, or judge the answer (S-02).</summary>
public sealed class InstructionModel(ReadInstruction read) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int? Rating { get; set; }

    [BindProperty]
    public string? RatingWords { get; set; }

    public InstructionView View { get; private set; } = null!;

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAcknowledgeAsync([FromServices] AcknowledgeInstruction acknowledge, CancellationToken ct) =>
        await AfterAsync(await acknowledge.RunAsync(Viewer, new(Id), ct), "acknowledged", ct);

    public async Task<IActionResult> OnPostAnswerAsync([FromServices] AnswerInstruction answer, CancellationToken ct) =>
        await AfterAsync(await answer.RunAsync(Viewer, new(Id), Answer, ct), "answered", ct);

    public async Task<IActionResult> OnPostAcceptAsync([FromServices] AcceptInstruction accept, CancellationToken ct) =>
        await AfterAsync(await accept.RunAsync(Viewer, new(Id), Rating, RatingWords, ct), "accepted", ct);

    public async Task<IActionResult> OnPostSendBackAsync([FromServices] SendBackInstruction back, CancellationToken ct) =>
        await AfterAsync(await back.RunAsync(Viewer, new(Id), Reason, ct), "sent-back", ct);

    private async Task<IActionResult> AfterAsync(Result<Domain.Supervision.Instruction> done, string said, CancellationToken ct)
    {
        if (done.Problem is { } problem)
        {
            if (problem is NotFound)
            {
                return NotFound();
            }

            if (problem is NotAllowed)
            {
                return Forbid();
            }

            Refuse(problem, problem is NotValid { Field: var field } ? field : "");
            return await ShowAsync(ct);
        }

        TempData["Said"] = Words.Say($"instruction.said.{said}");
        return Redirect($"/instructions/{Id}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await read.RunAsync(Viewer, new(Id), ct) is not { Ok: true, Value: var found })
        {
            return NotFound();
        }

        View = found;
        return Page();
    }
}
