using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Appeals;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the administrator's doors are knocked at: a region, a person, a vacant post, a posted code, a file of rows.</summary>
internal sealed class AdminDoors(WalkedCity city)
{
    private const string Village = "620402001201";
    private const string Rows = "工号,姓名\n";

    private static int grids = 100;

    public async Task<Knock> KnockAsync(RouteRow row) => (row.Method, row.Route.Replace("/api/v1", "", StringComparison.Ordinal), row.Form) switch
    {
        (_, "/admin/regions/{code}/history", _) => Page(row, At(row, "{code}", Village)),
        (_, "/admin/limits", "Move") => Page(row, row.Route, ("id", (await RecountAsync()).ToString())),
        (_, "/admin/recounts/{id:guid}/confirmation", _) => new(row.Method, At(row, "{id:guid}", (await RecountAsync()).ToString())),
        ("POST", "/admin/recounts", _) => await NoneRunsAsync() ? new(row.Method, row.Route) : null!,
        (_, "/admin/reorganisations", "CallOff") => Page(row, row.Route, ("id", (await PlannedAsync()).ToString())),
        (_, "/admin/reorganisations/{id:guid}/calling-off", _) => new(row.Method, At(row, "{id:guid}", (await PlannedAsync()).ToString())),
        ("POST", "/admin/reorganisations/merge", _) => await MergerAsync() is var (from, into) ? Page(row, row.Route, ("From", from), ("Into", into), ("Reason", "批文")) : null!,
        (_, "/admin/merger-previews" or "/admin/mergers", _) => await MergerAsync() is var (from, into) ? new(row.Method, row.Route, JsonContent.Create(new { from, into, reason = "批文" })) : null!,
        ("GET", "/admin/reorganisations/split", _) => Page(row, $"{row.Route}?grid={WalkedCity.Grid}"),
        ("POST", "/admin/reorganisations/split", _) => Page(row, row.Route, ("Grid", WalkedCity.Grid), ("Names", Guid.NewGuid().ToString("N")), ("Reason", "批文")),
        (_, "/admin/splits", _) => new(row.Method, row.Route, JsonContent.Create(new { grid = WalkedCity.Grid, reason = "批文", parts = new[] { new { name = Guid.NewGuid().ToString("N"), codes = Array.Empty<string>() } } })),
        ("POST", "/admin/reorganisations/rename", _) => Page(row, row.Route, ("Unit", Village), ("Name", Guid.NewGuid().ToString("N")), ("Reason", "批文")),
        (_, "/admin/renamings", _) => new(row.Method, row.Route, JsonContent.Create(new { unit = Village, name = Guid.NewGuid().ToString("N"), reason = "批文" })),
        (_, "/admin/regions/{code}", _) => Page(row, At(row, "{code}", Village)),
        (_, "/admin/people/{id:guid}", _) => Page(row, At(row, "{id:guid}", city.At(Role.VillageSecretary).Person.Value.ToString())),
        (_, "/admin/posts/{id:guid}", _) => Page(row, At(row, "{id:guid}", (await PostAsync(held: row.Form == "End")).ToString()), ("Number", await NumberAsync())),
        (_, "/admin/posts/{id:guid}/holders" or "/admin/posts/{id:guid}/vacancy", _) =>
            new(row.Method, At(row, "{id:guid}", (await PostAsync(held: row.Route.EndsWith("/vacancy", StringComparison.Ordinal))).ToString()), JsonContent.Create(new { number = await NumberAsync() })),
        ("GET", "/admin/codes" or "/admin/codes/sheet", _) => Page(row, $"{row.Route}?region={Village}"),
        (_, "/admin/codes", _) when row.Route == "/admin/codes" =>
            Page(row, row.Route, ("Region", Village), ("Kind", nameof(SiteCodeKind.Board)), ("Address", "居委会门口"), ("code", await CodeAsync())),
        (_, "/admin/codes", _) => new(row.Method, row.Route, JsonContent.Create(new { kind = "board", region = Village, address = "居委会门口" })),
        (_, "/admin/codes/{code}/replacement" or "/admin/codes/{code}/revocation", _) => new(row.Method, At(row, "{code}", await CodeAsync())),
        (_, "/admin/files", _) => Page(row, row.Form == "Export" ? $"{row.Route}?kind=people" : row.Route, ("Kind", "People"), ("Held", Convert.ToBase64String(Encoding.UTF8.GetBytes(Rows)))),
        (_, "/admin/files/{kind}", _) => new(row.Method, At(row, "{kind}", "people"), row.Method == "GET" ? null : new StringContent(Rows, Encoding.UTF8, "text/csv")),
        _ => Page(row, row.Route),
    };

    private static string At(RouteRow row, string hole, string value) => row.Route.Replace(hole, value, StringComparison.Ordinal);

    private static Knock Page(RouteRow row, string address, params IReadOnlyList<(string, string)> fields) =>
        new(row.Method, row.Form.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={row.Form}", Fields: fields);

    // One of its own each time: what is taken or left cannot be taken or left again.
    private async Task<Guid> PostAsync(bool held)
    {
        await using var db = city.Site.Test.NewDb();
        var (id, now) = (Guid.CreateVersion7(), city.Site.Clock.GetUtcNow().UtcDateTime);
        var unit = db.Units.First(u => u.Code == Village).Id;
        var post = db.Add(Post.Open(new(id), new($"{Village}-{id:N}", Role.GridOfficer, PostRank.Principal, UnitPart.Member, unit, city.Region(Village).Id, [], now), new(Actor.Platform, now))).Entity;
        if (held)
            post.Appoint(city.At(Role.GridOfficer).Person, now, new(Actor.Platform, now));
        await db.SaveChangesAsync(WalkedCity.Ct);
        return id;
    }

    // Two grids of the village, made for it: what is merged is gone.
    private async Task<(string From, string Into)> MergerAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var village = db.Regions.First(r => r.Code == Village);
        var last = Interlocked.Add(ref grids, 2);
        string[] codes = [$"{Village}{last:000}", $"{Village}{last + 1:000}"];
        db.AddRange(codes.Select(code => new Region(new(Guid.CreateVersion7()), code, code, RegionLevel.Grid, village, new(2026, 1, 1))));
        await db.SaveChangesAsync(WalkedCity.Ct);
        return (codes[0], codes[1]);
    }

    // Looked at to its end by the administrator of the city.
    private async Task<Guid> RecountAsync()
    {
        var viewer = await city.ViewerAsync(Role.Administrator);
        await using var scope = city.Site.Services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<MinqingDb>(), city.Site.Clock.GetUtcNow().UtcDateTime);
        var it = Recount.Look(Guid.CreateVersion7(), viewer.Posts[0].Path, 1, scope.ServiceProvider.GetRequiredService<RuleBook>().For(viewer.Posts[0].Path), new(viewer.As(viewer.Posts[0]), now));
        it.Saw(1, null, later: 1, earlier: 0, all: true, now);
        db.Add(it);
        await db.SaveChangesAsync(WalkedCity.Ct);
        return it.Id;
    }

    // One at a time in an area; nobody brings to its end here what others began.
    private async Task<bool> NoneRunsAsync()
    {
        await using var db = city.Site.Test.NewDb();
        await db.Recounts.Where(r => r.DoneAt == null && r.Stage != RecountStage.Looked).ExecuteDeleteAsync(WalkedCity.Ct);
        return true;
    }

    private async Task<Guid> PlannedAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var (now, words) = (city.Site.Clock.GetUtcNow().UtcDateTime, new Written(Guid.CreateVersion7(), "批文", [1]));
        var planned = new ReorganisationPlanned(ReorganisationKind.RegionRenamed, LocalTime.DayOf(now).AddDays(9), city.Region(Village).Id, null, null, "旧", "新", words.Id, [], []);
        var it = db.Add(Reorganisation.Plan(new(Guid.CreateVersion7()), planned, words, new(Actor.Platform, now))).Entity;
        await db.SaveChangesAsync(WalkedCity.Ct);
        return it.Id.Value;
    }

    private async Task<string> NumberAsync()
    {
        var person = new Person(new(Guid.CreateVersion7()), Guid.NewGuid().ToString("N"), "新人", null);
        await using var db = city.Site.Test.NewDb();
        db.Add(person);
        await db.SaveChangesAsync(WalkedCity.Ct);
        return person.Code;
    }

    private async Task<string> CodeAsync()
    {
        await using var scope = city.Site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IssueSiteCode>().RunAsync(new(SiteCodeKind.Building, city.Region(WalkedCity.Grid).Id, "红卫社区", "4 号楼"), WalkedCity.Ct)).Value.Code;
    }
}
