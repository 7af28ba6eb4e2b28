using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals.Events;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the doors of mass events are knocked at: each with an event of its own in this village, and an appeal that may belong to it.</summary>
internal sealed class EventDoors(WalkedCity city, Cases cases)
{
    public static bool Has(string route) => route.StartsWith("/events", StringComparison.Ordinal) || route.StartsWith("/api/v1/events", StringComparison.Ordinal);

    public static async Task<MassEventId> OpenAsync(WalkedCity city)
    {
        await using var scope = city.Site.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenEvent>().RunAsync(
            await city.ViewerAsync(Role.CityCentre), "大风停电", WalkedCity.Grid[..12], "C4", city.Site.Clock.GetUtcNow().UtcDateTime.AddHours(-1), WalkedCity.Ct);
        return opened.Ok ? opened.Value : throw new InvalidOperationException($"{opened.Problem}");
    }

    public static bool Asks(RouteRow row) => row.Method == "POST" && (row.Route == "/followups" || row.Route.EndsWith("/follow-ups", StringComparison.Ordinal));

    /// <summary>All of a closed event are to be asked by link: one appeal waits for it.</summary>
    public async Task<Knock> AskAsync(RouteRow row, Walker who, StepDoors steps)
    {
        var (named, closed) = (await OpenAsync(city), (await steps.ClosedAsync(row, who)).Appeal);
        await using (var scope = city.Site.Services.CreateAsyncScope())
        {
            var centre = await city.ViewerAsync(Role.CityCentre);
            await scope.ServiceProvider.GetRequiredService<JoinEvent>().RunAsync(centre, closed, named, null, WalkedCity.Ct);
            await scope.ServiceProvider.GetRequiredService<EndEvent>().RunAsync(centre, named, WalkedCity.Ct);
        }

        return row.Form.Length > 0 ? new(row.Method, $"{row.Route}?handler={row.Form}", Fields: [("Event", named.Value.ToString())]) : new(row.Method, row.Route.Replace("{id:guid}", named.Value.ToString(), StringComparison.Ordinal), JsonContent.Create(new { }));
    }

    public async Task<Knock> KnockAsync(RouteRow row)
    {
        var address = row.Route.Contains("{id", StringComparison.Ordinal) ? row.Route.Replace("{id:guid}", (await OpenAsync(city)).Value.ToString(), StringComparison.Ordinal) : row.Route;
        if (row.Method == "GET")
        {
            return new(row.Method, address);
        }

        var appeal = row.Form == "Join" || row.Route.EndsWith("/appeals", StringComparison.Ordinal) ? (await cases.ReceivedAsync()).Appeal.Value.ToString() : "";
        var since = city.Site.Clock.GetUtcNow().UtcDateTime.AddHours(-1);
        return row.Route.StartsWith("/api/", StringComparison.Ordinal)
            ? new(row.Method, address, JsonContent.Create(new { name = "大风停电", regionCode = WalkedCity.Grid[..12], categoryCode = "C4", since = new DateTimeOffset(since, TimeSpan.Zero), text = "正在抢修", outcome = "explained", appeals = appeal.Length > 0 ? new[] { appeal } : null }))
            : new(row.Method, row.Form.Length > 0 ? $"{address}?handler={row.Form}" : address, Fields:
                [("Name", "大风停电"), ("RegionCode", WalkedCity.Grid[..12]), ("CategoryCode", "C4"), ("Since", since.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("Words", "正在抢修"), ("Last", "已经恢复供电"), ("Outcome", "Explained"), .. appeal.Length > 0 ? [("Appeals", appeal)] : Array.Empty<(string, string)>()]);
    }
}
