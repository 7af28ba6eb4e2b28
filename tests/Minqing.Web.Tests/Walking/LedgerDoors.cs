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

    private LedgerDoors(Guid filter, Guid list, Guid ofInterface) => (this.filter, this.list, this.ofInterface) = (filter, list, ofInterface);

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
        await db.SaveChangesAsync(WalkedCity.Ct);
        return new(kept.Id, lists[0], lists[1]);
    }

    public static bool Has(string route) => route.Contains("/filters", StringComparison.Ordinal) || route.Contains("/reconciliations/", StringComparison.Ordinal);

    public Knock Knock(RouteRow row)
    {
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
