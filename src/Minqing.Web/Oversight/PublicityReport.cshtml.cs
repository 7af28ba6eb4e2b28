using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Publicizing;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Composition;
using Minqing.Web.Ledger.Printing;

namespace Minqing.Web.Oversight;

/// <summary>The self-assessment of a period: read, printed, or taken as a workbook (S-09).</summary>
public sealed class PublicityReportModel(ReportPublicity report, TimeProvider clock) : StaffPage
{
    /// <summary>The first day; of this year where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public SelfAssessment? It { get; private set; }

    public DateOnly First => From ?? new(Today.Year, 1, 1);

    public DateOnly Last => To ?? Today;

    public static string Day(DateOnly day) => $"{day.Year} 年 {day.Month} 月 {day.Day} 日";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var made = await report.RunAsync(Viewer, First, Last, ct);
        switch (made.Problem)
        {
            case null:
                It = made.Value;
                return Page();
            case NotAllowed:
                return Forbid();
            default:
                Refuse(made.Problem);
                return Page();
        }
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        if (await report.RunAsync(Viewer, First, Last, ct) is not { Ok: true, Value: var it })
        {
            return Forbid();
        }

        var file = new MemoryStream();
        var head = new SheetHead(
            "自评", ["宣传培训自评表", $"期间：{Day(it.From)} 至 {Day(it.To)}", it.Barred.Count == 0 ? "期间没有被一票否决的单位" : $"被一票否决、不能评优的单位：{string.Join('、', it.Barred)}"],
            [("序号", 6), ("地方", 24), ("宣传次数", 10), ("覆盖人数", 10), ("张贴二维码", 12), ("发送信息", 12), ("培训次数", 10), ("培训人数", 10), ("典型案例", 10), ("覆盖村（社区）", 14)]);
        await SheetForm.WriteAsync(file, new(head, it.Places.Index().Select(p => Line(p.Index + 1, p.Item)).Append(Line(null, Sum(it))).ToAsyncEnumerable()));
        return File(file.ToArray(), PrintedFile.TypeOf(ExportFormat.Xlsx), string.Create(CultureInfo.InvariantCulture, $"publicity-{it.From:yyyyMMdd}-{it.To:yyyyMMdd}.xlsx"));
    }

    /// <summary>All places together.</summary>
    public static AssessedPlace Sum(SelfAssessment it) => new(
        "合计", it.Places.Sum(p => p.Drives), it.Places.Sum(p => p.Reached), it.Places.Sum(p => p.Codes), it.Places.Sum(p => p.Messages), it.Places.Sum(p => p.Trainings), it.Places.Sum(p => p.Trained), it.Places.Sum(p => p.Cases), it.Villages);

    private DateOnly Today => LocalTime.DayOf(clock.GetUtcNow().UtcDateTime);

    private static IReadOnlyList<string> Line(int? no, AssessedPlace p) =>
        [no is { } one ? Text(one) : "", p.Place, Text(p.Drives), Text(p.Reached), Text(p.Codes), Text(p.Messages), Text(p.Trainings), Text(p.Trained), Text(p.Cases), Text(p.Villages)];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
