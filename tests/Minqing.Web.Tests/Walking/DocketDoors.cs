using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Media;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the doors of supervision are knocked at: with a key matter of this place that the village's secretary owns.</summary>
internal sealed class DocketDoors
{
    private readonly Case about;
    private readonly Docket docket;
    private readonly MediaId photo;
    private readonly (string Name, string Value)[] task;
    private readonly (string Name, string Value)[] opening;

    private DocketDoors(Case about, Docket docket, MediaId photo, UnitId unit, PostId owner, DateOnly until)
    {
        (this.about, this.docket, this.photo) = (about, docket, photo);
        var day = ("until", until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        task = [("words", "夜里停机"), ("unit", unit.Value.ToString()), day];
        opening = [("title", "夜里的噪声"), ("words", "很多人反映"), ("appeals", about.Number), ("post", owner.Value.ToString()), day];
    }

    public static async Task<DocketDoors> OnAsync(WalkedCity city, Case about)
    {
        var secretary = (await city.ViewerAsync(Role.VillageSecretary)).Posts[0];
        var until = LocalTime.DayOf(city.Site.Clock.GetUtcNow().UtcDateTime).AddDays(20);
        await using var scope = city.Site.Services.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenDocket>().RunAsync(
            await city.ViewerAsync(Role.CityCentre), DocketKind.KeyMatter, new() { Title = "夜里的噪声", Words = "很多人反映", Appeals = about.Number, Post = secretary.Id.Value, Until = until }, WalkedCity.Ct);
        var docket = opened.Ok ? opened.Value : throw new InvalidOperationException($"{opened.Problem}");
        var photo = (await scope.ServiceProvider.GetRequiredService<AddMedia>().RunAsync(new MemoryStream(OnePixel.Jpeg), Declared.Nothing, "walk", new(), WalkedCity.Ct)).Value.Id;
        Assert.True((await scope.ServiceProvider.GetRequiredService<TakeDocketStep>().RunAsync(await city.ViewerAsync(Role.VillageSecretary), docket.Id, DocketStep.Report, new() { Words = "装了隔音棉", Evidence = [photo.Value] }, WalkedCity.Ct)).Ok);
        // The task goes to a unit that sees the docket anyway: who gets one may see it from then on.
        return new(about, docket, photo, (await city.ViewerAsync(Role.TownHead)).Posts[0].Unit, secretary.Id, until);
    }

    public static bool Has(string route) =>
        route.StartsWith("/oversight/", StringComparison.Ordinal) || route.StartsWith("/api/v1/dockets/", StringComparison.Ordinal) || route.EndsWith("/record", StringComparison.Ordinal) || route == "/api/v1/dockets";

    public Knock Knock(RouteRow row)
    {
        var address = row.Route
            .Replace("{kind}", "key-matter", StringComparison.Ordinal)
            .Replace("{media:guid}", photo.Value.ToString(), StringComparison.Ordinal)
            .Replace("{step}", "set-task", StringComparison.Ordinal)
            .Replace("{id:guid}", (row.Route.Contains("record", StringComparison.Ordinal) ? about.Appeal.Value : docket.Id.Value).ToString(), StringComparison.Ordinal);
        var fields = row.Route.Contains("{id", StringComparison.Ordinal) ? task : opening;
        var body = fields.Append((Name: "kind", Value: "key-matter")).ToDictionary(f => f.Name, f => f.Value);
        return row.Method == "GET" ? new(row.Method, address)
            : row.Route.StartsWith("/api/", StringComparison.Ordinal) ? new(row.Method, address, JsonContent.Create(body))
            : new(row.Method, address, Fields: [.. fields, ("Step", "set-task")]);
    }
}
