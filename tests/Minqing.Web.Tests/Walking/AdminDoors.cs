using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Regions.Codes;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;

namespace Minqing.Web.Tests.Walking;

/// <summary>How the administrator's doors are knocked at: a region, a person, a vacant post, a posted code, a file of rows.</summary>
internal sealed class AdminDoors(WalkedCity city)
{
    private const string Village = "620402001201";
    private const string Rows = "工号,姓名\n";

    public async Task<Knock> KnockAsync(RouteRow row) => (row.Method, row.Route.Replace("/api/v1", "", StringComparison.Ordinal), row.Form) switch
    {
        (_, "/admin/regions/{code}", _) => Page(row, At(row, "{code}", Village)),
        (_, "/admin/people/{id:guid}", _) => Page(row, At(row, "{id:guid}", city.At(Role.VillageSecretary).Person.Value.ToString())),
        (_, "/admin/posts/{id:guid}", _) => Page(row, At(row, "{id:guid}", (await PostAsync()).ToString()), ("Number", await NumberAsync())),
        (_, "/admin/posts/{id:guid}/holders" or "/admin/posts/{id:guid}/vacancy", _) =>
            new(row.Method, At(row, "{id:guid}", (await PostAsync()).ToString()), JsonContent.Create(new { number = await NumberAsync() })),
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

    // A vacant one each time: what is taken cannot be taken again.
    private async Task<Guid> PostAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var (id, now) = (Guid.CreateVersion7(), city.Site.Clock.GetUtcNow().UtcDateTime);
        var unit = db.Units.First(u => u.Code == Village).Id;
        db.Add(Post.Open(new(id), new($"{Village}-{id:N}", Role.GridOfficer, PostRank.Principal, UnitPart.Member, unit, city.Region(Village).Id, [], now), new(Actor.Platform, now)));
        await db.SaveChangesAsync(WalkedCity.Ct);
        return id;
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
