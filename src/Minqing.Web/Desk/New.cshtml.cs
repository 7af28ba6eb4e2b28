using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Intake;
using Minqing.App.Appeals.Searching;
using Minqing.App.Regions.Searching;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Desk;

/// <summary>The hotline desk: who calls, where, what; beside it what they reported before, what may be the same, who would get it (I-20). All of it by keyboard.</summary>
public sealed class NewModel(FindPlaces places, FindCaller caller, FindSimilar similar, PreviewDispatch preview, TakeDownJoined take, Profile profile) : StaffPage
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
        Places = await places.RunAsync([.. Viewer.Scope(Permission.TakeDown).Reaches.Select(r => r.Area).OfType<RegionPath>()], Form.Sought, ct);
        Earlier = string.IsNullOrWhiteSpace(Form.Phone) ? null : await caller.RunAsync(Viewer, Form.Phone, ct) is { Ok: true, Value: var earlier } ? earlier : null;
        Suggested = SuggestedCategory.Of(profile, Form.Words);
        // One place found is the place, until another is chosen.
        Form.Place = Places.Any(p => DeskForm.PlaceOf(p.Code, p.Coded) == Form.Place) || Places.Count == 0 ? Form.Place : Places is [var only] ? DeskForm.PlaceOf(only.Code, only.Coded) : null;
        var path = Places.FirstOrDefault(p => DeskForm.PlaceOf(p.Code, p.Coded) == Form.Place)?.Path;
        Similar = await similar.RunAsync(Viewer, Form.Words, path, ct);
        Preview = Form.Place is { Length: > 0 }
            && await preview.RunAsync(Viewer, Form.SiteCode, Form.RegionCode, string.IsNullOrEmpty(Form.Category) ? Suggested?.Category.Code : Form.Category, ct) is { Ok: true, Value: var shown } ? shown : null;
        ModelState.Remove("Form.Place");
        ModelState.Remove("Place");
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
