using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Appeals.Course;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>Number and query code open the course; what this device sent is there already (I-14).</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class FindModel(ReadCourse read, MyReports mine) : PageModel
{
    public IReadOnlyList<(string Number, string Href)> Mine =>
        [.. mine.Of(HttpContext).Select(r => (ReportNumber.Grouped(r.Number), $"/f/{r.Number}?code={r.Code}"))];

    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var found = await read.RunAsync(Number, Code, ct);
        if (found.Problem is not { } problem)
        {
            return LocalRedirect($"/f/{ReportNumber.Parse(Number)}?code={Uri.EscapeDataString(Code!.Trim())}");
        }

        ModelState.AddModelError(nameof(Number), problem is TooMany ? ProblemWords.Of(problem).Shown : "没有找到。请再看看编号和查询码有没有抄错；记不得了，可以用手机号查。");
        Response.StatusCode = ResultHttp.Status(problem);
        return Page();
    }
}
