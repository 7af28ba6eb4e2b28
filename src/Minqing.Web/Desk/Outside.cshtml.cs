using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Desk;
using Minqing.App.Appeals.Intake;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;

namespace Minqing.Web.Desk;

/// <summary>Taken down outside: at a window, at home for somebody else, on a round (I-21, I-22). Without a network it stays on the phone and goes out later, so it carries no antiforgery token; SameOrigin guards it as it guards the citizens' pages.</summary>
[IgnoreAntiforgeryToken]
[RequestFormLimits(MultipartBodyLengthLimit = 128 << 20)]
public sealed class OutsideModel(TakeDownFor take, ListOwnPlaces places, FormMedia media, Profile profile) : StaffPage
{
    [BindProperty]
    public OutsideForm Form { get; set; } = new();

    /// <summary>Photos sent with the form itself, where scripts are off.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    public IReadOnlyList<OwnPlace> Places { get; private set; } = [];

    public IReadOnlyList<Category> Categories => profile.Categories;

    public IntakeRules Rules => profile.Intake;

    /// <summary>The desk has one item of the bar for both ways.</summary>
    public string Tab => Viewer.May(Permission.TakeDown) ? "desk" : "outside";

    public static IReadOnlyList<Channel> Channels { get; } = [Channel.HomeVisit, Channel.Window, Channel.Patrol];

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Form = new() { Key = NewKey(), Channel = (Viewer.Posts.Any(p => p.Role == Role.GridOfficer) ? Channel.Patrol : Channel.HomeVisit).Name() };
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.TakeDownOutside))
        {
            return Forbid();
        }

        if (Form.By is { } by && by != Viewer.Person.Value)
        {
            return await AgainAsync(new WrittenBySomebodyElse(), ct);
        }

        Form.Key = Form.Key is { Length: > 0 and <= 100 } key ? key : NewKey();
        var stored = await media.StoreAsync(Form.Key, Photos, MediaLimits.Of(profile.Intake), ct);
        if (stored.Problem is { } refused)
        {
            return await AgainAsync(refused, ct);
        }

        Form.Attachments.AddRange(stored.Value.Except(Form.Attachments));
        var taken = await take.RunAsync(Viewer, Form.Key, Form.As(), ct);
        if (taken.Problem is { } no)
        {
            return await AgainAsync(no, ct);
        }

        var to = $"/desk/slip/{taken.Value.Number}?code={taken.Value.QueryCode}";
        if (Request.Headers["X-Sent-By"] != "script")
        {
            return LocalRedirect(to);
        }

        Response.Headers.Location = to;
        return StatusCode(StatusCodes.Status201Created);
    }

    private async Task<IActionResult> AgainAsync(Problem no, CancellationToken ct)
    {
        Form.Key = no is IdempotencyKeyReused ? NewKey() : Form.Key;
        ModelState.Remove("Form.Key");
        Refuse(no, no is NotValid { Field: var field } && OutsideForm.FieldOf(field) is { Length: > 0 } name ? name : "");
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.TakeDownOutside))
        {
            return Forbid();
        }

        Places = await places.RunAsync(Viewer, Permission.TakeDownOutside, ct);
        return Page();
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
