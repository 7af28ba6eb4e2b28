using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Walking;

/// <summary>Walks every route as every role, here and elsewhere, and as nobody, against the table in <c>routes.csv</c>.</summary>
[Trait("Spec", "P-10")]
[Trait("Spec", "P-11")]
public sealed class RouteWalkTests
{
    private const int AtOnce = 4;
    private const string StepPage = "/appeals/{id:guid}/{step}";
    private const string CourseStep = "/api/v1/appeals/{id:guid}/steps/{step}";
    private const string FilesOfABuild = "{**path:file}";

    // Followed up on a page of its own; not in the flow of this city; joined by pages of their own.
    private static readonly Step[] WithoutForm = [Step.FollowUp, Step.Assign, Step.PassOn, Step.Triage];

    [Fact]
    public async Task Every_door_of_the_program_is_in_the_table_and_none_besides()
    {
        await using var site = await TestSite.OnAsync(Engine.Sqlite);
        var pages = site.Services.GetRequiredService<PageLoader>();
        var doors = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != FilesOfABuild))
        {
            var route = $"/{endpoint.RoutePattern.RawText!.Trim('/')}";
            doors.UnionWith(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await pages.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(h => Door(h.HttpMethod.ToUpperInvariant(), route, h.Name)).Append(Door("GET", route, null))
                : endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(m => Door(m, route, null)));
        }

        var said = RouteTable.Rows.Select(r => Door(r.Method, Pattern(r), r.Form)).ToHashSet();
        string[] wrong = [.. doors.Except(said).Select(d => $"not in routes.csv: {d}"), .. said.Except(doors).Select(d => $"no such door: {d}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_table_names_every_role_and_every_step_by_form_and_says_nothing_twice()
    {
        var forms = RouteTable.Rows.Where(r => Pattern(r) == StepPage && r.Form.Length == 0).ToLookup(r => r.Method, r => Kebab.Parse<Step>(r.Route[(r.Route.LastIndexOf('/') + 1)..])!.Value);

        Assert.Equal([.. Enum.GetValues<Role>().Select(r => r.Name()), RouteTable.Nobody], RouteTable.Names);
        Assert.All(["GET", "POST"], method => Assert.Empty(Enum.GetValues<Step>().Where(s => Permissions.For(s) is not null).Except([.. WithoutForm, .. forms[method]])));
        Assert.Equal(RouteTable.Rows.Count, RouteTable.Rows.Select(r => r.ToString()).Distinct().Count());
    }

    /// <summary>On PostgreSQL, where the same code decides, at one of four doors in turn and until somebody came through each; at all of them with the soaks.</summary>
    [Theory]
    [InlineData(Engine.Sqlite, 1)]
    [InlineData(Engine.Postgres, 4)]
    public Task Everybody_is_let_in_or_refused_as_the_table_says(Engine engine, int oneOf) => WalkAsync(engine, oneOf);

    [Fact]
    [Trait("Soak", "yes")]
    public Task On_PostgreSQL_too_everybody_at_every_door() => WalkAsync(Engine.Postgres, oneOf: 1);

    private static async Task WalkAsync(Engine engine, int oneOf)
    {
        await using var city = await WalkedCity.OnAsync(engine);
        using var nobody = Walker.Nobody(city.Site);
        foreach (var walker in city.Walkers)
            await walker.BeginAsync();
        var doors = await Doors.OnAsync(city);
        var (wrong, through) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<RouteRow, bool>());

        await Parallel.ForEachAsync(city.Walkers.Append(nobody).Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = WalkedCity.Ct }, async (it, _) =>
        {
            var (turn, walker) = it;
            foreach (var row in RouteTable.Rows.Where(r => !walker.Elsewhere || (r.HasPlace && r.Cells[walker.Role!.Value.Name()] == Cell.Allowed)))
            {
                var expected = walker.Elsewhere ? Cell.Refused : row.Cells[walker.Name];
                if (turn++ % oneOf > 0 && (expected != Cell.Allowed || through.ContainsKey(row)))
                    continue;
                using var answer = await walker.KnockAsync(await doors.KnockAsync(row, walker));
                if (await CellOfAsync(row, answer) is var met && met != expected)
                    wrong.Enqueue($"{row}: {walker.Name} should be {expected} and was {met?.ToString() ?? "neither"} ({(int)answer.StatusCode} {answer.Headers.Location})");
                if (row.Chooses && expected == Cell.Allowed && answer.StatusCode == HttpStatusCode.UnprocessableEntity)
                    wrong.Enqueue($"{row}: {walker.Name} was refused for what was sent, which says nothing of who may: {await answer.Content.ReadAsStringAsync(WalkedCity.Ct)}");
                if (expected == Cell.Allowed && (int)answer.StatusCode < 400)
                    through[row] = true;
                if (row.Route is "/sign-in" or "/api/v1/session" || row.Form == "SignOut")
                    await walker.BeginAsync();
            }
        });

        foreach (var row in RouteTable.Rows.Where(r => r.Chooses && !through.ContainsKey(r)))
            wrong.Enqueue($"{row}: nobody came through it, so it does not show that anybody may");
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order(StringComparer.Ordinal)));
    }

    // A "no" for how things stand (409) comes after the question who may: with the same request the others of the row meet a refusal, and somebody comes through.
    private static async Task<Cell?> CellOfAsync(RouteRow row, HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Cell.NotSignedIn,
        HttpStatusCode.Forbidden when (await answer.Content.ReadAsStringAsync(WalkedCity.Ct)).Contains("urn:minqing:problem:sign-in-refused", StringComparison.Ordinal) => Cell.Allowed,
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound => Cell.Refused,
        HttpStatusCode.Redirect when answer.Headers.Location!.OriginalString.StartsWith("/sign-in?return=", StringComparison.Ordinal) => Cell.NotSignedIn,
        HttpStatusCode.Redirect when (row.Method == "GET" || row.Form.Length > 0) && answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith($"{answer.Headers.Location!.OriginalString.Split('?')[0]}/", StringComparison.Ordinal) => Cell.Refused,
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent or HttpStatusCode.Redirect or HttpStatusCode.SeeOther => Cell.Allowed,
        HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests => Cell.Allowed,
        _ => null,
    };

    private static string Door(string method, string route, string? form) => $"{method} {route} {form}".TrimEnd();

    private static string Pattern(RouteRow row) =>
        Kebab.Parse<Step>(row.Route[(row.Route.LastIndexOf('/') + 1)..]) is not { } step ? row.Route
            : row.Route == StepPage.Replace("{step}", step.Name(), StringComparison.Ordinal) ? StepPage
            : row.Route == CourseStep.Replace("{step}", step.Name(), StringComparison.Ordinal) ? CourseStep
            : row.Route;
}
