using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Minqing.App.Kernel;
using Minqing.App.Notices.OwnReports;
using Minqing.Domain.Appeals;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Citizen;

/// <summary>Everything that was reported with a phone whose owner this is (I-14).</summary>
[ResponseCache(NoStore = true)]
public sealed class MineModel(ProvenPhones proven, ListOwnReports list, TimeProvider clock) : PageModel
{
    private const int Shown = 60;

    public IReadOnlyList<OwnReport> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (proven.Of(HttpContext) is not { } phone || phone.Until <= clock.Now())
        {
            return LocalRedirect("/f/phone");
        }

        Mine = await list.RunAsync(phone, ct);
        return Page();
    }

    public static string StageOf(OwnReport report) => Words.Say($"mine.{report.Stage.Name()}");

    public static string Grouped(string number) => ReportNumber.Grouped(number);

    public static string Short(string? words) =>
        words is null ? Words.Say("mine.erased") : words.Length <= Shown ? words : $"{words[..Shown]}…";
}
