using System.Net.Http.Json;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the doors of the ledger are knocked at: with a filter that somebody else keeps, and a list of this village's committee.</summary>
internal sealed class LedgerDoors
{
    private readonly Guid filter;
    private readonly Guid list;
    private readonly Guid ofInterface;

    private readonly Guid objected;
    private int line;

    private LedgerDoors(Guid filter, Guid list, Guid ofInterface, Guid objected) => (this.filter, this.list, this.ofInterface, this.objected) = (filter, list, ofInterface, objected);

    public static async Task<LedgerDoors> OnAsync(WalkedCity city, Case about)
    {
        var (now, secretary) = (city.Site.Clock.GetUtcNow().UtcDateTime, (await city.ViewerAsync(Role.VillageSecretary)).Posts[0]);
        await using var db = city.Site.Test.NewDb();
        var kept = db.SavedFilters.Add(new(Guid.CreateVersion7(), new(Guid.CreateVersion7()), FilteredList.Ledger, "超期", now)).Entity;
        kept.Ask("mark=late", null, now);
        var rules = city.Site.Services.GetService(typeof(App.Appeals.RuleBook)) as App.Appeals.RuleBook;
        var timetable = rules!.For(secretary.Path).Timetable;
        var rule = new ClockRule("reconciliation", "baiyin", "1", timetable.Version, new(2, Measure.WorkingDays), [], DailyAfter: false);
        var listed = new UnitListed(now, secretary.Unit, secretary.Path, 1, 0, 0, 0, [new(about.Appeal, Stage.Handling, now, false, false, false)]);
        // What is confirmed by page cannot be confirmed again by the interface.
        Guid[] lists = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        db.Reconciliations.AddRange(lists.Select((id, i) => Reconciliation.List(id, listed with { Slot = now.AddMinutes(-i) }, rule, timetable, new(Actor.Platform, now))));
        // On a line it is ruled once: each who knocks takes the next.
        var lines = Enumerable.Repeat(listed.Lines[0], Reconciliation.LinesAtMost).ToList();
        var differs = db.Reconciliations.Add(Reconciliation.List(Guid.CreateVersion7(), listed with { Slot = now.AddMinutes(-9), Lines = lines }, rule, timetable, new(Actor.Platform, now))).Entity;
        differs.Confirm([.. lines.Select((_, i) => (i + 1, new Written(Guid.CreateVersion7(), "已经转走了", [1])))], new(Actor.Platform, now));
        await db.SaveChangesAsync(WalkedCity.Ct);
        return new(kept.Id, lists[0], lists[1], differs.Id);
    }

    public static bool Has(string route) => route.Contains("/filters", StringComparison.Ordinal) || route.Contains("/reconciliations/", StringComparison.Ordinal);

    public Knock Knock(RouteRow row)
    {
        if (row.Form == "Rule" || row.Route.EndsWith("/rulings", StringComparison.Ordinal))
        {
            line++;
            return row.Form == "Rule"
                ? new(row.Method, $"/reconciliations/{objected}?handler=Rule", Fields: [($"ruling-{line}", "true"), ($"why-{line}", "确实转走了")])
                : new(row.Method, $"/api/v1/reconciliations/{objected}/rulings", JsonContent.Create(new { rulings = new[] { new { line, upheld = true, text = "确实转走了" } } }));
        }

        var address = row.Route.Replace("{id:guid}", (row.Route.Contains("filters", StringComparison.Ordinal) ? filter : row.Route.StartsWith("/api/", StringComparison.Ordinal) ? ofInterface : list).ToString(), StringComparison.Ordinal);
        return row switch
        {
            { Method: "GET" or "DELETE" } => new(row.Method, address),
            { Route: "/api/v1/filters" } => new(row.Method, address, JsonContent.Create(new { list = "ledger", name = "超期", query = "mark=late" })),
            { Route: var route } when route.StartsWith("/api/", StringComparison.Ordinal) => new(row.Method, address, JsonContent.Create(new { })),
            { Form: "Remove" } => new(row.Method, $"{address}?handler=Remove", Fields: [("id", filter.ToString())]),
            _ => new(row.Method, address, Fields: [("List", "ledger"), ("Name", "超期"), ("Query", "mark=late")]),
        };
    }
}
