using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.App.Supervision.Signs;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Texts;

namespace Minqing.Web.Oversight;

/// <summary>Opens a docket of one kind.</summary>
public sealed class NewModel(OpenDocket open, FindAppeals find, DocketChoices choices, ListSigns signs, Profile profile) : DocketPage
{
    public DocketKind What { get; private set; }

    /// <summary>An appeal that it is about, when one comes from its page.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Appeal { get; set; }

    /// <summary>A sign of false closing with which an accountability begins (S-07).</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Sign { get; set; }

    public bool Sent { get; private set; }

    /// <summary>What the page that sent here knows already.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken ct)
    {
        if (Kebab.Parse<DocketKind>(kind) is not { } known)
        {
            return NotFound();
        }

        What = known;
        if (!Viewer.May(DocketFlow.Keeps(known)))
        {
            return Forbid();
        }

        await FillAsync([], ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, [FromForm] DocketForm form, CancellationToken ct)
    {
        if (Kebab.Parse<DocketKind>(kind) is not { } known)
        {
            return NotFound();
        }

        (What, Sent) = (known, true);
        var opened = await open.RunAsync(Viewer, known, Local(form), ct);
        if (opened.Problem is { } problem)
        {
            // What is offered answers for the places of the appeals that were typed.
            var about = await find.RunAsync(Viewer, form.Appeals, ct);
            await FillAsync(about.Ok ? [.. about.Value.Select(a => a.Path)] : [], ct);
            Refuse(problem, problem is NotValid { Field: var field } ? field : "");
            return Page();
        }

        TempData["Said"] = Words.Say("docket.done.opened");
        return Redirect($"/oversight/{opened.Value.Id.Value}");
    }

    private async Task FillAsync(IReadOnlyList<string> places, CancellationToken ct)
    {
        if (Appeal is { } about && await choices.NumberAsync(Viewer, about, ct) is { } number)
        {
            Filled = new Dictionary<string, string> { ["appeals"] = number };
        }

        if (What == DocketKind.Accountability && Sign is { } begun && await signs.OneAsync(Viewer, begun, ct) is { } sign)
        {
            Appeal = sign.Appeal.Value;
            Filled = new Dictionary<string, string>
            {
                ["appeals"] = await choices.NumberAsync(Viewer, sign.Appeal.Value, ct) ?? "",
                ["origin"] = nameof(DocketOrigin.FalseClosing),
                ["title"] = Words.Say("sign-inquiry.title", ("Sign", Words.Say($"sign.{sign.Sign.Name()}"))),
                ["words"] = Words.Say("sign-inquiry.words", ("At", sign.FoundAt), ("Round", sign.Round), ("Sign", Words.Say($"sign.{sign.Sign.Name()}")), ("Measured", sign.Measured is { } n ? $"，{Words.Say($"sign-measured.{sign.Sign.Name()}", ("N", n))}" : "")),
            };
        }

        if (places.Count == 0)
        {
            places = ((Appeal is { } id ? await choices.PathAsync(id, ct) : null) ?? DocketChoices.PathOf(Viewer)) is { } path ? [path] : [];
        }

        if (places.Count == 0)
        {
            return;
        }

        (Units, Posts) = await choices.OfAsync(Viewer, What, places, null, ct);
        (Categories, Regions) = ([.. profile.Categories.Select(c => (c.Code, c.Name))], await choices.RegionsAsync(Viewer, ct));
    }
}
