using Minqing.App.Appeals.Lists;
using Minqing.App.Media;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Staff;

/// <summary>An appeal as the pages of those who handle it show it.</summary>
public sealed record AppealSheet(AppealView View, NextStep Next, IReadOnlyDictionary<ReportId, IReadOnlyList<MediaItem>> Media, DateTime Now)
{
    public string Href => $"/appeals/{View.Appeal.Id.Value}";

    public Appeal Appeal => View.Appeal;

    public string What => View.Words ?? "（内容已删除）";

    public string Number => ReportNumber.Grouped(View.Report.Number);

    /// <summary>What everybody should know before doing anything: that time stands still, that somebody outside must answer, that more time was asked for.</summary>
    public IEnumerable<string> Standing
    {
        get
        {
            if (Appeal.Stage != Stage.Merged && Appeal.Clocks.FirstOrDefault(c => c is { Runs: true, StoppedAt: not null }) is { } still && still.Changes.LastOrDefault(c => c is { Kind: ClockChangeKind.Stopped, EndedAt: null }) is { } stop)
            {
                yield return Words.Say("staff.standing.suspended", ("Reason", Words.Say($"staff.suspend.{stop.Reason}")), ("Until", still.WakeAt is { } end ? LocalTime.DayOf(end) : null));
            }

            foreach (var outside in Appeal.Orders.Where(o => o is { Role: OrderRole.External, Open: true }))
            {
                yield return Words.Say("staff.standing.outside", ("Unit", Unit(outside.Unit)));
            }

            if (Appeal.AskedExtension is { } asked)
            {
                yield return Words.Say(Appeal.IsLawful(asked) ? "staff.standing.asked-law" : "staff.standing.asked", ("Days", asked.Days), ("Unit", View.Where.Units.FirstOrDefault(u => u.Id == asked.Granter)?.Name ?? ""));
            }
        }
    }

    /// <summary>What runs out first for whoever must act.</summary>
    public Clock? Running => View.Clocks.Where(c => c.Runs && c.SubmittedAt is null).MinBy(c => c.DueAt);

    /// <summary>Each report with what was said and sent with it, who made it, and whether they were reached.</summary>
    public IReadOnlyList<ReportPart> Parts => [.. View.Case.Reports.Select(r => ReportPart.Of(View with { About = r.Id }, Media.GetValueOrDefault(r.Id) ?? []))];

    /// <summary>The one that the next step is about.</summary>
    public ReportPart Part => Parts.First(p => p.Report == View.Report);

    public IReadOnlyList<DueWhy> Clocks => [.. View.Clocks.Select(c => DueWhy.Of(c, View.Rules, Now)).OrderBy(c => !c.Clock.Runs).ThenBy(c => c.Clock.DueAt)];

    public PersonMasked Person => Part.Person;

    /// <summary>The result of the newest round as handed in.</summary>
    public ResultSubmitted? Handed => View.Story.Select(e => e.Fact<ResultSubmitted>()).LastOrDefault(f => f is not null);

    public PromiseProofSubmitted? Proof => View.Story.Select(e => e.Fact<PromiseProofSubmitted>()).LastOrDefault(f => f is not null && f.Round == Appeal.Round);

    public string? Text(Guid? id) => View.Story.Select(e => e.Words(id)).FirstOrDefault(w => w is not null);

    /// <summary>How long each unit had it as its lead, all its turns together; the longest first.</summary>
    public IReadOnlyList<(string Unit, TimeSpan Time)> Hands =>
        [.. Appeal.Orders.Where(o => o.Role == OrderRole.Lead).GroupBy(o => o.Unit).Select(g => (Unit(g.Key), g.Aggregate(TimeSpan.Zero, (sum, o) => sum + o.InHand(Now)))).OrderByDescending(h => h.Item2)];

    public string Unit(UnitId? unit) => unit is { } id ? View.Units.GetValueOrDefault(id) ?? "" : "";

    /// <summary>The words of a template with this appeal's facts in them (H-18).</summary>
    public string Fill(ReplyTemplate template) => template.Filled(Appeal.Address, View.Category.Name, Unit(Appeal.Lead), LocalTime.DayOf(Now));
}
