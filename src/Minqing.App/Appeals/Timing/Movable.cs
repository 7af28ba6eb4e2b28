using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Timing;

/// <summary>An open limit of a case that calendar and rules as they stand now would move: one of the appeal, or the first call of one of its reports.</summary>
/// <param name="Report">Null for a limit of the appeal.</param>
/// <param name="Number">The number of that report, or of the one that the appeal began with.</param>
internal sealed record Movable(ReportId? Report, string Number, Clock Clock, DateTime To)
{
    public static IReadOnlyList<Movable> Of(AppealCase it, Rules rules, DateTime now) =>
    [
        .. it.Appeal.Moved(rules, now).Select(m => new Movable(null, it.Main.Number, m.Clock, m.Ruled.DueAt)),
        .. Reports(it).SelectMany(r => r.Moved(it.Appeal, rules, now) is { } m ? [new Movable(r.Id, r.Number, m.Clock, m.Ruled.DueAt)] : (Movable[])[]),
    ];

    /// <param name="which">The reports whose first calls move; all of them when null.</param>
    public static void Move(AppealCase it, Rules rules, By by, IReadOnlyCollection<ReportId>? which = null)
    {
        it.Appeal.Recompute(rules, by);
        foreach (var report in Reports(it).Where(r => which?.Contains(r.Id) ?? true))
        {
            report.Recompute(it.Appeal, rules, by);
        }
    }

    // The first call about a report with several matters belongs to one of them.
    private static IEnumerable<Report> Reports(AppealCase it) => it.Reports.Where(r => r.Worked == it.Appeal.Id);
}
