using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Publicizing;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Oversight;

/// <summary>Records a drive or a training; or begins a case from a closed appeal, without anything of a person, and sends it to units (S-09).</summary>
public sealed class PublicityNewModel(RecordPublicity record, DraftCase draft, AreaUnits units, AreaVillages villages) : DocketPage
{
    [BindProperty]
    public PublicityForm Form { get; set; } = new();

    /// <summary>The number of the report that a case begins with.</summary>
    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    public PublicityKind What { get; private set; }

    /// <summary>The villages of the area, town by town.</summary>
    public IReadOnlyList<(string Town, IReadOnlyList<(string Code, string Name)> Villages)> Towns { get; private set; } = [];

    public bool Begun { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken ct)
    {
        if (await ShownAsync(kind, ct) is { } not)
        {
            return not;
        }

        if (What == PublicityKind.TypicalCase && !string.IsNullOrWhiteSpace(About))
        {
            var begun = await draft.RunAsync(Viewer, About, ct);
            if (begun.Problem is { } problem)
            {
                Refuse(problem, nameof(About));
                return Page();
            }

            (Begun, Form) = (true, new() { Title = begun.Value.Title, Words = begun.Value.Words, Appeal = About });
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken ct)
    {
        if (await ShownAsync(kind, ct) is { } not)
        {
            return not;
        }

        Form.Kind = What;
        Begun = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await record.RunAsync(Viewer, Form, ct);
        if (done.Problem is { } problem)
        {
            Refuse(problem, problem is NotValid { Field: var field } ? $"Form.{char.ToUpperInvariant(field[0])}{field[1..]}" : "");
            return Page();
        }

        TempData["Said"] = What == PublicityKind.TypicalCase ? "已发给各单位" : "已记下";
        return LocalRedirect("/publicity");
    }

    private async Task<IActionResult?> ShownAsync(string kind, CancellationToken ct)
    {
        if (Kebab.Parse<PublicityKind>(kind) is not { } known)
        {
            return NotFound();
        }

        if (!Viewer.May(Permission.KeepPublicity))
        {
            return Forbid();
        }

        What = known;
        Units = await units.OfAsync(Viewer, ct);
        Towns = known == PublicityKind.Drive ? await villages.OfAsync(Viewer, ct) : [];
        return null;
    }
}
