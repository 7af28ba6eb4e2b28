using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Searching;
using Minqing.App.Regions.Searching;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Desk;

/// <summary>The hotline desk: who calls, where, what; beside it what they reported before, what may be the same, who would get it (I-20). All of it by keyboard.</summary>
public sealed class NewModel(LookUpCall look, TakeDownJoined take, Profile profile) : StaffPage
{
    [BindProperty]
    public DeskForm Form { get; set; } = new();

    public IReadOnlyList<FoundPlace> Places { get; private set; } = [];

    /// <summary>Null before a whole number is typed.</summary>
    public IReadOnlyList<EarlierReport>? Earlier { get; private set; }

    public IReadOnlyList<SimilarAppeal> Similar { get; private set; } = [];

    /// <summary>Whether whoever is at the desk may put two together.</summary>
    public bool MayJoin => Viewer.May(Permission.JoinAppeals);

    public SuggestedCategory? Suggested { get; private set; }

    public DispatchPreview? Preview { get; private set; }

    public IReadOnlyList<Category> Categories => profile.Categories;

    public IActionResult OnGet()
    {
        if (!Viewer.May(Permission.TakeDown))
        {
            return Forbid();
        }

        Form = new() { Key = NewKey(), KeepIdentity = profile.Intake.KeepIdentityByDefault };
        return Page();
    }

    /// <summary>Shows what is found for what was typed so far; nothing is stored but that a caller was looked up.</summary>
    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.TakeDown))
        {
            return Forbid();
        }

        await LookAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.TakeDown))
        {
            return Forbid();
        }

        Form.Key = Form.Key is { Length: > 0 and <= 100 } key ? key : NewKey();
        var taken = await take.RunAsync(Viewer, Form.Key, Form.As(), Form.Join, ct);
        if (taken.Problem is { } no)
        {
            Form.Key = no is IdempotencyKeyReused ? NewKey() : Form.Key;
            ModelState.Remove("Form.Key");
            Refuse(no, no is NotValid { Field: var field } && DeskForm.FieldOf(field) is { Length: > 0 } name ? name : "");
            await LookAsync(ct);
            return Page();
        }

        var (receipt, notJoined) = taken.Value;
        TempData["Said"] = notJoined is not null ? Words.Say("take-down.not-joined", ("Why", ProblemWords.Of(notJoined).Shown)) : Words.Say(Form.Join is null ? "take-down.said" : "take-down.joined");
        return LocalRedirect($"/desk/slip/{receipt.Number}?code={receipt.QueryCode}");
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var looked = await look.RunAsync(Viewer, Form.SoFar(), ct);
        if (looked.Problem is not null)
            return;

        var it = looked.Value;
        (Places, Similar, Suggested) = (it.Places, it.Similar, it.Suggested);
        Earlier = it.Earlier is { Ok: true, Value: var earlier } ? earlier : null;
        Preview = it.Preview is { Ok: true, Value: var shown } ? shown : null;
        Form.Place = it.Place is { } place ? DeskForm.PlaceOf(place.SiteCode ?? place.RegionCode!, place.SiteCode is not null) : null;
        ModelState.Remove("Form.Place");
        ModelState.Remove("Place");
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
