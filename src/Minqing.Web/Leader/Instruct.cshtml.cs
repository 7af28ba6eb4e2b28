using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>A leader instructs on an appeal: words, to whom, until when (S-02).</summary>
public sealed class InstructModel(PrepareInstruction prepare, GiveInstruction give) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>To whom, as <see cref="Code"/> spells it.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public bool Silent { get; set; }

    public InstructionPlan Plan { get; private set; } = null!;

    public static string Code(Addressee to) => to.Post is { } post ? $"post:{post.Value:N}" : $"unit:{to.Unit.Value:N}";

    public static string Title(Addressee to) => $"{CourseWords.Role(to.Role!.Value.Name())} {to.Name}";

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } no)
        {
            return no;
        }

        (Days, To) = (Plan.Days, Plan.Addressees.Where(a => a.Lead).Select(Code).FirstOrDefault());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } no)
        {
            return no;
        }

        var to = Plan.Addressees.FirstOrDefault(a => Code(a) == To);
        var given = await give.RunAsync(Viewer, new(Id), new(Text, to?.Unit.Value, to?.Post?.Value, Days, !Silent), ct);
        if (given.Problem is { } problem)
        {
            Refuse(problem, problem is NotValid { Field: var field } ? field == "words" ? "text" : field : "");
            return Page();
        }

        TempData["Said"] = Words.Say("instruction.said.given");
        return Redirect($"/appeals/{Id}");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var prepared = await prepare.RunAsync(Viewer, new(Id), ct);
        if (prepared.Problem is { } problem)
        {
            return problem is NotAllowed ? Forbid() : NotFound();
        }

        Plan = prepared.Value;
        return null;
    }
}
