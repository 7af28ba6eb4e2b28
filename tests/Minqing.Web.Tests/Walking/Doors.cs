using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.Kernel.Sealing;
using Minqing.App.Notices;
using Minqing.App.People.SigningIn;
using Minqing.App.Regions.Codes;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.Notices;
using Minqing.Domain.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Domain.Regions;
using Minqing.Testing.Web;
using Minqing.Web.Tests.Citizen;

namespace Minqing.Web.Tests.Walking;

/// <summary>How each door of the table is knocked at: real ids, a well-formed request.</summary>
internal sealed class Doors
{
    private readonly WalkedCity city;
    private readonly StepDoors steps;
    private readonly EventDoors events;
    private Guid photo;
    private Guid upload;
    private string code = "";
    private string link = "";
    private readonly ConcurrentDictionary<string, Lazy<Task<Guid>>> instructions = [];
    private IReadOnlyList<Case> withdrawn = [];
    private IReadOnlyList<Case> drawn = [];

    /// <summary>Every level's unit has or had it, and a photo is with it.</summary>
    private Case far = null!;

    /// <summary>Its reporter does with it what reporters can.</summary>
    private Case own = null!;

    private Case closed = null!;

    private const string County = "620402";
    private static readonly Role[] Nominators = [Role.CountyPoliticalLegalSecretary, Role.CountyHead, Role.CityPoliticalLegalSecretary, Role.CitySecretary];

    private DocketDoors dockets = null!;
    private LedgerDoors ledger = null!;

    private Doors(WalkedCity city, Cases cases) => (this.city, steps, events) = (city, new(city, cases), new(city, cases));

    private static CancellationToken Ct => WalkedCity.Ct;

    public static async Task<Doors> OnAsync(WalkedCity city)
    {
        var cases = new Cases(city);
        var doors = new Doors(city, cases);
        await doors.FillAsync(cases);
        return doors;
    }

    public async Task<Knock> KnockAsync(RouteRow row, Walker who) =>
        StepDoors.StepOf(row) is { } step ? await steps.KnockAsync(row, step, who)
        : EventDoors.Asks(row) ? await events.AskAsync(row, who, steps)
        : EventDoors.Has(row.Route) ? await events.KnockAsync(row)
        : (row.Method, row.Route, row.Form) switch
        {
            (_, "/trouble/{status:int}", _) => Page(row, "/trouble/404"),
            (_, "/lists/{list}/file", _) => Page(row, "/lists/late/file"),
            (_, "/api/v1/lists/{list}/exports", _) => new(row.Method, "/api/v1/lists/late/exports"),
            (_, "/openapi/{documentName}.json", _) => Page(row, "/openapi/v1.json"),
            (_, "/q/{code}", _) => Page(row, $"/q/{code}", ("Words", "路灯坏了"), ("Key", Guid.NewGuid().ToString("N"))),
            (_, "/f", _) => Page(row, "/f", ("Number", far.Number), ("Code", far.Code)),
            ("GET", "/f/{number}" or "/f/{number}/receipt", _) => Page(row, $"{row.Route.Replace("{number}", far.Number, StringComparison.Ordinal)}?code={far.Code}"),
            (_, "/f/{number}", _) => Page(row, $"/f/{own.Number}?code={own.Code}", ("More", "还有"), ("Result", "1"), ("Speed", "1"), ("Attitude", "1"), ("Reason", "没好"), ("Pressure", "有人来过")),
            (_, "/f/{number}/media/{id:guid}", _) => Page(row, $"/f/{far.Number}/media/{photo}?code={far.Code}"),
            (_, "/api/v1/media", _) => new(row.Method, row.Route, Binary("no picture"u8.ToArray())),
            (_, "/api/v1/media/uploads", _) => new(row.Method, row.Route, JsonContent.Create(new { size = 1000 })),
            ("PUT", "/api/v1/media/{id:guid}", _) => new(row.Method, $"/api/v1/media/{upload}?offset=0", Binary(new byte[10])),
            (_, "/api/v1/media/{id:guid}", _) => new(row.Method, $"/api/v1/media/{upload}"),
            (_, "/api/v1/reports", _) => new(row.Method, row.Route, JsonContent.Create(new { siteCode = code, text = "路灯坏了" }), Guid.NewGuid().ToString()),
            ("GET", var route, _) when route.StartsWith("/api/v1/reports/{number}", StringComparison.Ordinal) => new(row.Method, $"{route.Replace("{number}", far.Number, StringComparison.Ordinal)}?code={far.Code}"),
            (_, var route, _) when route.StartsWith("/api/v1/reports/{number}/", StringComparison.Ordinal) =>
                new(row.Method, $"{route.Replace("{number}", own.Number, StringComparison.Ordinal)}?code={own.Code}", JsonContent.Create(new { text = "还有", reason = "没好", attitude = 1, speed = 1, result = 1 })),
            (_, "/api/v1/reports/{report:guid}/identity-openings", _) => new(row.Method, $"/api/v1/reports/{far.Report.Value}/identity-openings", JsonContent.Create(new { purpose = "handling", reason = "要去看一看" })),
            (_, "/sign-in", _) => row.Method == "GET" ? Page(row, row.Route) : Page(row, row.Route, [.. (await GuestAsync()).Select(f => (f.Key, f.Value))]),
            (_, "/api/v1/session", _) => new(row.Method, row.Route, row.Method == "POST" ? JsonContent.Create(await GuestAsync()) : null),
            (_, "/me", _) => Page(row, "/me", ("session", who.Role is null ? "" : (await who.SessionAsync()).Id.ToString()), ("passkey", "AB"), ("Password", "not mine"), ("NewPassword", "another password")),
            (_, var route, _) when DutyDoors.Has(route) => await new DutyDoors(city).KnockAsync(row, who),
            ("GET", "/publicity", "Export") => Page(row, "/publicity?year=2026"),
            ("POST", "/publicity", _) => Page(row, "/publicity", ("id", (await PublicityAsync()).ToString()), ("reason", "记错了")),
            (_, "/publicity/new/{kind}", _) => Page(row, "/publicity/new/drive", ("Form.Title", "进社区"), ("Form.Words", "发了宣传单")),
            ("GET", "/api/v1/publicity", _) => new(row.Method, "/api/v1/publicity?year=2026"),
            ("POST", "/api/v1/publicity", _) => new(row.Method, row.Route, JsonContent.Create(new { kind = "drive", title = "进社区", words = "发了宣传单" })),
            (_, "/api/v1/publicity/{id:guid}/withdrawal", _) => new(row.Method, $"/api/v1/publicity/{await PublicityAsync()}/withdrawal", JsonContent.Create(new { reason = "记错了" })),
            ("GET", "/api/v1/commendations", _) => new(row.Method, "/api/v1/commendations?year=2026"),
            (_, "/api/v1/commendations", _) => new(row.Method, row.Route, JsonContent.Create(new { unit = await UnitAsync(who, page: false), words = "全年没有超期" })),
            (_, "/api/v1/commendations/{id:guid}/withdrawal", _) => new(row.Method, $"/api/v1/commendations/{await NominationAsync()}/withdrawal", JsonContent.Create(new { reason = "推荐错了" })),
            ("POST", "/commendations", "TakeBack") => Page(row, "/commendations", ("id", (await NominationAsync()).ToString()), ("reason", "推荐错了")),
            (_, "/commendations", _) => Page(row, row.Route, ("Form.Unit", (await UnitAsync(who, page: true)).ToString()), ("Form.Words", "全年没有超期")),
            (_, "/api/v1/vetoes", _) => new(row.Method, "/api/v1/vetoes?year=2026"),
            (_, "/accounts", _) => Page(row, $"/accounts?account={city.At(Role.VillageSecretary).Person.Value:N}", ("session", row.Method == "GET" ? "" : (await city.At(Role.VillageSecretary).SessionAsync()).Id.ToString())),
            ("POST", "/admin/letters", _) => Page(row, row.Route, ("letter", (await DeadLetterAsync()).ToString())),
            ("POST", var route, _) when route.StartsWith("/api/v1/admin/dead-letters/", StringComparison.Ordinal) => new(row.Method, route.Replace("{id:guid}", (await DeadLetterAsync()).ToString(), StringComparison.Ordinal)),
            (_, var route, _) when route.Contains("/admin/", StringComparison.Ordinal) => await new AdminDoors(city).KnockAsync(row),
            (_, "/f/phone", _) => Page(row, row.Route, ("Phone", "13900000001"), ("Code", "000000")),
            (_, "/api/v1/phone-codes" or "/api/v1/own-reports", _) => new(row.Method, row.Route, JsonContent.Create(new { phone = "13900000001", code = "000000" })),
            (_, "/erasures", _) => Page(row, row.Route, ("Number", withdrawn[0].Number), ("Reason", "书面申请"), ("Sure", "true")),
            (_, "/api/v1/notices/readings", _) => new(row.Method, row.Route, JsonContent.Create(new { appeal = far.Appeal.Value })),
            (_, "/api/v1/erasures", _) => new(row.Method, row.Route, JsonContent.Create(new { number = withdrawn[1].Number, reason = "书面申请", sure = true })),
            (_, "/l/{token}", _) => Page(row, link, ("call", "Reached")),
            (_, "/appeals/{id:guid}" or "/appeals/{id:guid}/sheet" or "/appeals/{id:guid}/suggestion" or "/api/v1/appeals/{id:guid}" or "/api/v1/appeals/{id:guid}/merge-candidates", _) => Page(row, row.Route.Replace("{id:guid}", far.Appeal.Value.ToString(), StringComparison.Ordinal)),
            (_, "/appeals/{id:guid}/instruct", _) => Page(row, $"/appeals/{far.Appeal.Value}/instruct", ("Text", "请抓紧"), ("to", $"unit:{city.Unit(1):N}")),
            (_, "/api/v1/appeals/{id:guid}/instructions", _) => new(row.Method, $"/api/v1/appeals/{far.Appeal.Value}/instructions", JsonContent.Create(new { text = "请抓紧", unit = city.Unit(1) })),
            (_, "/instructions/figures" or "/api/v1/instructions/figures", _) => Page(row, $"{row.Route}?from=2026-01-01&to=2026-12-31"),
            (_, "/instructions/{id:guid}", _) => Page(row, $"/instructions/{await InstructionAsync(row)}", ("Answer", "办了"), ("Reason", "还不行")),
            (_, var route, _) when route.StartsWith("/api/v1/instructions/{id:guid}", StringComparison.Ordinal) =>
                new(row.Method, route.Replace("{id:guid}", (await InstructionAsync(row)).ToString(), StringComparison.Ordinal), row.Method == "GET" ? null : JsonContent.Create(new { text = "办了" })),
            (_, "/appeals/{id:guid}/media/{media:guid}", _) => Page(row, $"/appeals/{far.Appeal.Value}/media/{photo}"),
            (_, "/appeals/{id:guid}/record-call", "Open") => Page(row, $"/appeals/{far.Appeal.Value}/record-call"),
            (_, var route, _) when DocketDoors.Has(route) => dockets.Knock(row),
            (_, var route, _) when LedgerDoors.Has(route) => ledger.Knock(row),
            ("POST", "/samples", _) => Page(row, "/samples", ("Appeal", drawn[0].Appeal.Value.ToString())),
            ("POST", "/api/v1/samples/{id:guid}", _) => new(row.Method, $"/api/v1/samples/{drawn[1].Appeal.Value}", JsonContent.Create(new { text = "办好了" })),
            (_, "/desk/new", _) => Page(row, row.Route, ("Words", "路灯坏了"), ("Phone", "13900000001"), ("Place", WalkedCity.Grid), ("Key", Guid.NewGuid().ToString("N"))),
            (_, "/api/v1/desk/reports", _) => new(row.Method, row.Route, JsonContent.Create(new { regionCode = WalkedCity.Grid, text = "路灯坏了", phone = "13900000001" }), Guid.NewGuid().ToString()),
            (_, "/api/v1/desk/lookups", _) => new(row.Method, row.Route, JsonContent.Create(new { text = "路灯坏了" })),
            (_, "/desk/outside", _) => Page(row, row.Route, ("Channel", "home-visit"), ("Words", "路灯坏了"), ("Consent", "oral"), ("Region", WalkedCity.Grid), ("Key", Guid.NewGuid().ToString("N"))),
            (_, "/desk/slip/{number}", _) => Page(row, $"/desk/slip/{far.Number}?code={far.Code}"),
            (_, "/followups/{id:guid}", _) => Page(row, $"/followups/{(row is { Method: "POST", Form: "" } ? (await steps.ClosedAsync(row, who)).Appeal.Value : closed.Appeal.Value)}", ("Outcome", "reached"), ("Attitude", "1"), ("Speed", "1"), ("Result", "1"), ("Solved", "true")),
            (_, var route, _) when !route.Contains('{', StringComparison.Ordinal) => Page(row, route),
            _ => throw new NotSupportedException($"Say here how {row} is knocked at."),
        };

    private async Task FillAsync(Cases cases)
    {
        using var http = city.Site.Client();
        photo = await IdAsync(await http.PostAsync("/api/v1/media", Binary(OnePixel.Jpeg), Ct));
        upload = await IdAsync(await http.PostAsJsonAsync("/api/v1/media/uploads", new { size = 1000 }, Ct));
        (far, own, closed) = (await cases.LedByAsync(4, photo), await cases.ReceivedAsync(), await cases.ClosedByAsync(4));
        drawn = [await cases.ClosedByAsync(1), await cases.ClosedByAsync(1)];
        var called = await cases.ReceivedAsync();
        dockets = await DocketDoors.OnAsync(city, far);
        ledger = await LedgerDoors.OnAsync(city, far);
        await using var scope = city.Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SealJournal>().RunAsync(Ct);
        code = (await scope.ServiceProvider.GetRequiredService<IssueSiteCode>().RunAsync(new(SiteCodeKind.Building, city.Region(WalkedCity.Grid).Id, "红卫社区", "3 号楼"), Ct)).Value.Code;
        await using var db = city.Site.Test.NewDb();
        var now = city.Site.Clock.GetUtcNow().UtcDateTime;
        var notice = new Notice { Id = Guid.CreateVersion7(), Person = city.At(Role.VillageSecretary).Person, Appeal = called.Appeal, Kind = NoticeKind.FirstCall, Address = "", CreatedAt = now };
        db.Add(notice);
        var already = await db.SampledAppeals.Select(s => s.Appeal).ToListAsync(Ct); // the city's own draw may have hit them
        db.AddRange(drawn.Where(d => !already.Contains(d.Appeal)).Select(d => new SampledAppeal { Appeal = d.Appeal, Round = 1, DrawnAt = now }));
        await db.SaveChangesAsync(Ct);
        withdrawn = [await cases.ReceivedAsync(), await cases.ReceivedAsync()];
        foreach (var it in withdrawn)
            (await http.PostAsJsonAsync($"/api/v1/reports/{it.Number}/withdrawal?code={it.Code}", new { }, Ct)).EnsureSuccessStatusCode();
        link = scope.ServiceProvider.GetRequiredService<SignedLinks>().To(notice, now).AbsolutePath;
    }

    // One of its own for each door: what was acknowledged, answered or judged is not again.
    private Task<Guid> InstructionAsync(RouteRow row) => instructions.GetOrAdd(row.Method == "GET" ? "" : row.ToString(), _ => new(async () =>
    {
        var given = await city.InstructionAsync(far.Appeal);
        if (row.Form is "Accept" or "SendBack" || row.Route.EndsWith("/acceptance", StringComparison.Ordinal) || row.Route.EndsWith("/send-backs", StringComparison.Ordinal))
        {
            await using var scope = city.Site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AnswerInstruction>().RunAsync(await city.ViewerAsync(Role.TownHead), new(given), "办了", Ct);
        }

        return given;
    })).Value;

    // Somebody new, so that no code is used twice.
    private async Task<Dictionary<string, string>> GuestAsync()
    {
        var person = new Person(new(Guid.CreateVersion7()), Guid.NewGuid().ToString("N"), "来客", "19900000002");
        await using var db = city.Site.Test.NewDb();
        db.Add(person);
        await db.SaveChangesAsync(Ct);
        var account = await city.Site.AccountAsync(person.Id, person.Code);
        var at = OneTimeCode.Step(city.Site.Clock.GetUtcNow().UtcDateTime);
        return new() { ["account"] = person.Code, ["password"] = account.Password, ["code"] = OneTimeCode.At(Base32.Read(account.CodeSecret)!, at) };
    }

    // One of the village: whoever keeps the record from the town up may take it back.
    private async Task<Guid> PublicityAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var (now, place) = (city.Site.Clock.GetUtcNow().UtcDateTime, city.Region(WalkedCity.Grid));
        var (title, words) = (new Written(Guid.CreateVersion7(), "进社区", [1]), new Written(Guid.CreateVersion7(), "发了宣传单", [2]));
        var it = db.Add(Publicity.Record(
            new(Guid.CreateVersion7()), new(PublicityKind.Drive, place.Id, place.Path, LocalTime.DayOf(now), title.Id, words.Id, 1, 0, 0, [], null), [title, words], new(Actor.Platform, now))).Entity;
        await db.SaveChangesAsync(Ct);
        return it.Id.Value;
    }

    // One of the county for each who may put one forward, by page and by program: once a year is enough.
    private async Task<Guid> UnitAsync(Walker who, bool page)
    {
        await using var db = city.Site.Test.NewDb();
        var at = Array.IndexOf(Nominators, who.Role ?? default) * 2;
        var units = await db.Units.Where(u => u.Code.StartsWith(County)).OrderBy(u => u.Code).Select(u => u.Id).Take(2 * Nominators.Length).ToListAsync(Ct);
        return units[Math.Max(at, 0) + (page ? 1 : 0)].Value;
    }

    private async Task<Guid> NominationAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var (now, place, words) = (city.Site.Clock.GetUtcNow().UtcDateTime, city.Region(WalkedCity.Grid), new Written(Guid.CreateVersion7(), "全年没有超期", [1]));
        var it = db.Add(Commendation.Nominate(new(Guid.CreateVersion7()), new(await db.Units.Select(u => u.Id).FirstAsync(Ct), 2026, place.Id, place.Path, words.Id), words, new(Actor.Platform, now))).Entity;
        await db.SaveChangesAsync(Ct);
        return it.Id.Value;
    }

    private async Task<Guid> DeadLetterAsync()
    {
        await using var db = city.Site.Test.NewDb();
        var now = city.Site.Clock.GetUtcNow().UtcDateTime;
        var letter = db.Outbox.Add(new() { Id = Guid.CreateVersion7(), Kind = "of-nobody", Payload = "", CreatedAt = now, FailedAt = now }).Entity;
        await db.SaveChangesAsync(Ct);
        return letter.Id;
    }

    private static Knock Page(RouteRow row, string address, params IReadOnlyList<(string, string)> fields) =>
        new(row.Method, row.Form.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={row.Form}", Fields: fields);

    private static ByteArrayContent Binary(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private static async Task<Guid> IdAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
}
