using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Appeals.Course;
using Minqing.App.Appeals.FollowingUp;
using Minqing.App.Appeals.Identities;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.Appeals;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>The whole course in plain words, and what the reporter can do (I-14).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[RequestFormLimits(MultipartBodyLengthLimit = 128 << 20)]
public sealed class FollowModel(ReadCourse read, ListMedia list, RuleBook rules, FormMedia media, MyReports mine, TimeProvider clock) : PageModel
{
    public Progress? Course { get; private set; }

    public DateTime Now => Course!.Now;

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Which matter of it, by its number; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Part { get; set; }

    /// <summary>Made with the page: a form of it that is sent twice is taken once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public int? Result { get; set; }

    [BindProperty]
    public int? Speed { get; set; }

    [BindProperty]
    public int? Attitude { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? More { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public List<Guid> Attachments { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Pressure { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public Task<IActionResult> OnGetAsync(string number, CancellationToken ct) => ShowAsync(number, ct);

    public async Task<IActionResult> OnPostSupplementAsync(string number, [FromServices] SupplementReport supplement, CancellationToken ct)
    {
        var stored = await media.StoreAsync(Key ?? "", Photos, MediaLimits.Of(rules.For("/").Profile.Intake), ct);
        return stored.Problem is { } refused
            ? await AgainAsync(number, nameof(More), refused, ct)
            : await DoneAsync(number, nameof(More), "补充的情况已经送到办事的人那里", await supplement.RunAsync(number, Code, More, [.. Attachments, .. stored.Value], Key, Part, ct), ct);
    }

    public async Task<IActionResult> OnPostUrgeAsync(string number, [FromServices] UrgeReport urge, CancellationToken ct) =>
        await DoneAsync(number, "", "已经催了，办的人马上收到", await urge.RunAsync(number, Code, Key, Part, ct), ct);

    public async Task<IActionResult> OnPostWithdrawAsync(string number, [FromServices] WithdrawReport withdraw, CancellationToken ct) =>
        await DoneAsync(number, nameof(Why), "已经撤回，不再办了", await withdraw.RunAsync(number, Code, Why, Key, Part, ct), ct);

    public async Task<IActionResult> OnPostRateAsync(string number, [FromServices] RateReport rate, CancellationToken ct) =>
        await DoneAsync(number, nameof(Result), "谢谢您的评价", await rate.RunAsync(number, Code, new Rated(CallOutcome.Reached, Attitude, Speed, Result, null, Words), Key, Part, ct), ct);

    public async Task<IActionResult> OnPostReopenAsync(string number, [FromServices] AskReopen reopen, CancellationToken ct) =>
        await DoneAsync(number, nameof(Reason), "已经重新开始办", await reopen.RunAsync(number, Code, Reason, Key, Part, ct), ct);

    public async Task<IActionResult> OnPostPressureAsync(string number, [FromServices] TellPressure tell, CancellationToken ct) =>
        await DoneAsync(number, nameof(Pressure), "监督人员已经收到，您的评价不会变", await tell.RunAsync(number, Code, Pressure, Key, Part, ct), ct);

    public async Task<IActionResult> OnPostEraseAsync(string number, [FromServices] EraseReport erase, CancellationToken ct) =>
        await DoneAsync(number, nameof(Sure), "您留下的内容已经删除", await erase.RunAsync(number, Code, Sure, ct), ct);

    private async Task<IActionResult> ShowAsync(string number, CancellationToken ct)
    {
        var plain = ReportNumber.Parse(number) ?? "";
        // Opening the address without a code is not a guess.
        if ((Code ?? mine.CodeOf(HttpContext, plain)) is not { } code)
        {
            return RedirectToPage("/Citizen/Find", new { number });
        }

        Code = code;
        var course = await read.RunAsync(number, code, Part, ct);
        if (course.Problem is NoSuchPart)
        {
            return Redirect($"/f/{plain}?code={Uri.EscapeDataString(code)}");
        }

        if (course.Problem is { } problem)
        {
            return problem is TooMany ? StatusCode(StatusCodes.Status429TooManyRequests) : RedirectToPage("/Citizen/Find", new { number });
        }

        mine.Add(HttpContext, plain, code);
        Key = Guid.NewGuid().ToString("N");
        var kinds = await list.RunAsync(new(SubjectKind.Report, course.Value.Report.Id.Value), ct);
        Course = new(course.Value, rules.For(course.Value.Appeal.Path), kinds.ToDictionary(m => m.Id, m => m.Kind), code, clock.Now());
        return Page();
    }

    private async Task<IActionResult> DoneAsync<T>(string number, string field, string said, Result<T> done, CancellationToken ct)
    {
        if (done.Problem is { } problem)
        {
            return await AgainAsync(number, field, problem, ct);
        }

        TempData["Said"] = said;
        return this.Gone($"/f/{ReportNumber.Parse(number)}?code={Uri.EscapeDataString(Code ?? "")}{(Part is { } part ? $"&part={part}" : "")}");
    }

    private async Task<IActionResult> AgainAsync(string number, string field, Problem problem, CancellationToken ct)
    {
        var page = await ShowAsync(number, ct);
        ModelState.AddModelError(field, problem is Missing ? "请写一写，或者加一张照片" : ProblemWords.Of(problem).Shown);
        Response.StatusCode = ResultHttp.Status(problem);
        return page;
    }
}
