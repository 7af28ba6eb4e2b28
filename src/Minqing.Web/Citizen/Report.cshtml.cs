using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Intake;
using Minqing.App.Kernel;
using Minqing.App.Kernel.Limiting;
using Minqing.App.Media;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>The page behind a code on a wall: where, what, who, one button (I-10, I-11).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[RequestFormLimits(MultipartBodyLengthLimit = 128 << 20)]
public sealed class ReportModel(ReadSiteCode sites, RuleBook rules, SubmitReport submit, FormMedia media, MyReports mine, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>Photos and voice sent with the form itself, where scripts are off.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public IFormFile? Voice { get; set; }

    public CodeSite? Site { get; private set; }

    /// <summary>Null until it is asked for.</summary>
    public ReportPreview? Preview { get; private set; }

    /// <summary>What a crowd is asked before it may send; null where there is none.</summary>
    public HumanNotShown? Question { get; private set; }

    /// <summary>Who calls whoever keeps who they are to themselves.</summary>
    public string Keeper => Words.Say("report.keeper");

    public string PhoneHint => $"{(Form.KeepIdentity ? Keeper : Words.Say("report.caller"))}{Site!.FirstCall}给您打电话";

    /// <summary>What the words speak of, as long as the person chose nothing; theirs to change, and so only what they may choose.</summary>
    public SuggestedCategory? Suggested => string.IsNullOrEmpty(Form.Category) && SuggestedCategory.Of(Site!.Profile, Form.Words) is { Category.Offered: true } said ? said : null;

    public bool MoreGiven => (Form.Name, Form.Category, Form.About, Form.AboutUnit, Form.Disclosure) is not (null or "", null or "", null or "", null, false);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await SiteAsync(code, ct) is not { } site)
        {
            return NotFound();
        }

        Site = site;
        Form = new() { Key = NewKey(), KeepIdentity = site.Rules.KeepIdentityByDefault };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await SiteAsync(code, ct) is not { } site)
        {
            return NotFound();
        }

        var key = await FilledAsync(site, ct);
        if (key.Problem is { } refused)
        {
            return Again(refused);
        }

        var sent = await submit.RunAsync(key.Value, Form.At(code), ct);
        if (sent.Problem is { } problem)
        {
            return Again(problem);
        }

        mine.Add(HttpContext, sent.Value.Number, sent.Value.QueryCode);
        return this.Gone($"/f/{sent.Value.Number}/receipt?code={sent.Value.QueryCode}");
    }

    /// <summary>The words that speak for a category, a line for each: the phone itself looks which are said, so nothing is sent before the person sends it.</summary>
    public async Task<IActionResult> OnGetWordsAsync(string code, CancellationToken ct) =>
        await SiteAsync(code, ct) is { Profile: var profile }
            ? Content(string.Join('\n', profile.Keywords.Where(k => profile.CategoryOf(k.Category).Offered).Select(k => $"{profile.CategoryOf(k.Category).Name}\t{string.Join(' ', k.Words)}")))
            : NotFound();

    /// <summary>What those who handle it will see, before anything is sent in (P-12, I-33).</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string code, CancellationToken ct)
    {
        if (await SiteAsync(code, ct) is not { } site)
        {
            return NotFound();
        }

        if ((await FilledAsync(site, ct)).Problem is { } refused)
        {
            return Again(refused);
        }

        ModelState.Clear();
        Preview = ReportPreview.Of(Form);
        return Page();
    }

    // What came with the form is stored; gives its key.
    private async Task<Result<string>> FilledAsync(CodeSite site, CancellationToken ct)
    {
        Site = site;
        var key = Form.Key = Form.Key is { Length: > 0 and <= 100 } known ? known : NewKey();
        var stored = await media.StoreAsync(key, Voice is null ? Photos : [.. Photos, Voice], MediaLimits.Of(site.Rules), ct);
        if (stored.Problem is { } refused)
        {
            return refused;
        }

        Form.Attachments.AddRange(stored.Value.Except(Form.Attachments));
        return key;
    }

    private async Task<CodeSite?> SiteAsync(string code, CancellationToken ct) =>
        await sites.RunAsync(code, ct) is { Ok: true } scanned ? CodeSite.Of(scanned.Value, rules, clock.Now()) : null;

    private PageResult Again(Problem problem)
    {
        if (problem is IdempotencyKeyReused)
        {
            Form.Key = NewKey();
        }

        if (problem is HumanNotShown asked)
        {
            (Form.Answer, Form.Asked) = (null, asked.Token);
            ModelState.Remove(nameof(Form.Answer));
            ModelState.Remove(nameof(Form.Asked));
            Question = asked;
        }

        ModelState.Remove(nameof(Form.Key));
        ModelState.AddModelError(problem is NotValid no ? ReportForm.FieldOf(no.Field) : "", problem switch
        {
            Missing { Name: "text" } => "请写一写是什么事，或者录一段音",
            IdempotencyKeyReused => "这份刚才已经收到了。如果这是另外一件事，请再按一次提交。",
            _ => ProblemWords.Of(problem).Shown,
        });
        Response.StatusCode = ResultHttp.Status(problem);
        return Page();
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
