using System.Globalization;
using Minqing.App.Appeals.Ledger;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Texts;

namespace Minqing.Web.Ledger.Printing;

/// <summary>The ledger as the paper form that offices know (民情台账): its heading, its columns, what stands in them. Who reported is on none of it.</summary>
internal sealed class PaperForm(Profile profile, LedgerLines lines, IReadOnlyDictionary<UnitId, Barred> vetoed)
{
    // How wide each is in signs.
    private static readonly IReadOnlyList<(string Name, int Width)> Columns =
    [
        ("序号", 6), ("编号", 20), ("受理时间", 17), ("来源", 9), ("地点", 22), ("诉求内容", 46), ("类别", 15), ("承办单位", 20), ("办理期限", 17), ("办理结果", 34), ("办结时间", 17), ("回访结果/满意度", 16), ("备注", 18),
    ];

    public string Title => $"{lines.Head.Region}民情台账";

    public PrintedTable Table => new(new("台账", [Title, Heading, Printed], Columns), LinesAsync(), () => lines.More ? MoreLeft : null);

    private string Heading => $"受理时间：{Period}　单位：{lines.Head.Unit}{(Conditions is { Length: > 0 } asked ? $"　条件：{asked}" : "")}";

    private string Printed => $"制表：{lines.Head.Unit} {lines.Head.Person}　制表时间：{Time(lines.Head.At)}";

    private string MoreLeft => $"只有最近受理的 {lines.Head.AtMost} 件，后面还有：请把受理时间分成几段，分几次导出。";

    private async IAsyncEnumerable<IReadOnlyList<string>> LinesAsync()
    {
        var no = 0;
        await foreach (var row in lines.All)
        {
            yield return Line(++no, row);
        }
    }

    private IReadOnlyList<string> Line(int no, LedgerRow row) =>
    [
        no.ToString(CultureInfo.InvariantCulture),
        row.Number,
        Time(row.ReceivedAt),
        LedgerWords.Of(row.Source),
        row.Address,
        row.Words ?? "（内容已删除）",
        profile.CategoryOf(row.Category).Name,
        LedgerWords.Units(row),
        row.DueAt is { } due ? Time(due) : "",
        Result(row),
        row.ClosedAt is { } closed ? Time(closed) : "",
        LedgerWords.Asked(row) ?? "",
        string.Join('；', Remarks(row)),
    ];

    private string Period => (lines.Filter.From, lines.Filter.To) switch
    {
        (null, null) => "全部",
        ({ } from, null) => $"{Day(from)} 起",
        (null, { } to) => $"到 {Day(to)}",
        ({ } from, { } to) => $"{Day(from)} 至 {Day(to)}",
    };

    private string Conditions
    {
        get
        {
            var f = lines.Filter;
            string?[] asked =
            [
                f.Words, f.Category is { } category ? profile.NameOf(category) : null, f.Stage is { } stage ? LedgerWords.Of(stage) : null, f.Mark is { } mark ? LedgerWords.Of(mark) : null,
                f.Unit, f.Source is { } source ? LedgerWords.Of(source) : null, f.Outcome is { } outcome ? LedgerWords.Of(outcome) : null,
            ];
            return string.Join('、', asked.OfType<string>());
        }
    }

    private static string Result(LedgerRow row) =>
        row.Outcome is { } outcome ? $"{LedgerWords.Of(outcome)}{(row.Result is { } said ? $"：{said}" : "")}" : row.ClosedAt is null ? LedgerWords.Of(row.Stage) : "";

    private IEnumerable<string> Remarks(LedgerRow row)
    {
        if (row.LeadUnit is { } unit && vetoed.TryGetValue(unit, out var veto))
            yield return Words.Say("ledger.barred", ("Year", veto.Year), ("No", veto.No));
        if (row.Suspended)
            yield return LedgerWords.Of(LedgerMark.Suspended);
        if (row.Late)
            yield return LedgerWords.Of(LedgerMark.Late);
        if (row.Returned > 0)
            yield return Words.Say("ledger.returned", ("Times", row.Returned));
        if (row.Extended > 0)
            yield return Words.Say("ledger.extended", ("Times", row.Extended));
        if (row.Reports > 1)
            yield return Words.Say("ledger.reported", ("Times", row.Reports));
    }

    private static string Time(DateTime at) => LocalTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
