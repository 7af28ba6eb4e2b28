using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Policy;
using Minqing.Testing;
using Minqing.Web.Tests.Staff;

namespace Minqing.Web.Tests.Api;

public sealed class StrictBodiesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-20")]
    [Trait("Spec", "H-02")]
    public async Task What_decides_a_step_is_never_assumed(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = Program(await office.AsAsync(Role.VillageSecretary));

        foreach (var (step, field) in new[] { ("calls", "outcome"), ("results", "outcome"), ("rejections", "kind"), ("follow-ups", "outcome"), ("rulings", "level") })
        {
            var answer = await secretary.PostAsJsonAsync($"/api/v1/appeals/{office.Appeal.Value}/{step}", new { measures = "修了", reason = "不行" }, Ct);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.StatusCode, await FieldAsync(answer)));
        }
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "H-13")]
    [Trait("Spec", "H-17")]
    public async Task A_list_of_nothing_and_a_day_before_all_days_are_refused_like_others(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = Program(await office.AsAsync(Role.VillageSecretary));

        foreach (var (step, body, field) in new[]
        {
            ("whistle", """{"tasks":null}""", "units"),
            ("whistle", """{"tasks":[null]}""", "units"),
            ("visit", """{"on":"0001-01-01T00:00:00","present":"组长","found":"已修好"}""", "on"),
        })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await secretary.PostAsync($"/api/v1/appeals/{office.Appeal.Value}/steps/{step}", content, Ct);

            Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.StatusCode, await FieldAsync(answer)));
        }

        var (number, _) = await office.Street.ReportAsync("路灯坏了，下水道堵了");
        await using var db = office.Street.Site.Test.NewDb();
        var two = (await db.Reports.SingleAsync(r => r.Number == number, Ct)).Appeal;
        using var parting = new StringContent("""{"words":"路灯坏了","categoryCode":"C4","media":null}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await secretary.PostAsync($"/api/v1/appeals/{two.Value}/steps/split", parting, Ct)).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-12")]
    public async Task An_identity_is_opened_only_for_a_purpose_that_was_said(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = Program(await office.AsAsync(Role.VillageSecretary));
        await using var db = office.Street.Site.Test.NewDb();
        var report = (await db.Reports.SingleAsync(Ct)).Id.Value;

        var answer = await secretary.PostAsJsonAsync($"/api/v1/reports/{report}/identity-openings", new { }, Ct);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "purpose"), (answer.StatusCode, await FieldAsync(answer)));
        Assert.Empty(await db.IdentityLogs.ToListAsync(Ct));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    [Trait("Spec", "P-14")]
    public async Task A_field_that_cannot_be_kept_as_it_is_is_named(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        await RefusedAsync(office, HttpStatusCode.BadRequest, "text", """{"siteCode":"x","text":12}""");
        await RefusedAsync(office, HttpStatusCode.BadRequest, "attachments[0]", """{"siteCode":"x","text":"好","attachments":["zzz"]}""");
        await RefusedAsync(office, HttpStatusCode.BadRequest, "keepIdentity", """{"siteCode":"x","text":"好","keepIdentity":"perhaps"}""");
        await RefusedAsync(office, HttpStatusCode.UnprocessableEntity, "regionCode", """{"text":"好","regionCode":"62040200100\u0000"}""");
        await RefusedAsync(office, HttpStatusCode.UnprocessableEntity, "point", $$$"""{"siteCode":"{{{Code(office)}}}","text":"好","point":{"lat":36.5}}""");
        await RefusedAsync(office, HttpStatusCode.UnprocessableEntity, "address", $$$"""{"siteCode":"{{{Code(office)}}}","text":"好","address":"{{{new string('字', 201)}}}"}""");
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Control_signs_in_names_and_addresses_do_no_harm(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        var answer = await PostAsync(office, $$"""{"siteCode":"{{Code(office)}}","text":"路灯\u0000坏了","name":"王\u0000秀兰","address":"三号楼\u0000","about":"某\u0007人","phone":"13800001234"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Words_and_bodies_out_of_all_measure_are_refused(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var secretary = Program(await office.AsAsync(Role.VillageSecretary));

        var said = await secretary.PostAsJsonAsync($"/api/v1/appeals/{office.Appeal.Value}/calls", new { outcome = "no-answer", said = new string('字', 4001) }, Ct);
        var body = await PostAsync(office, $$"""{"siteCode":"{{new string('A', 600_000)}}","text":"好"}""");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.RequestEntityTooLarge), (said.StatusCode, body.StatusCode));
    }

    private static async Task RefusedAsync(Office office, HttpStatusCode status, string field, string body)
    {
        var answer = await PostAsync(office, body);
        Assert.Equal((status, field), (answer.StatusCode, await FieldAsync(answer)));
    }

    // The worker's session, without the wish for pages.
    private static HttpClient Program(Worker worker)
    {
        worker.Http.DefaultRequestHeaders.Accept.Clear();
        return worker.Http;
    }

    private static string Code(Office office) => office.Street.Page["/q/".Length..];

    private static Task<HttpResponseMessage> PostAsync(Office office, string body)
    {
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return office.Street.Site.Client().PostAsync(new Uri("/api/v1/reports", UriKind.Relative), content, Ct);
    }

    private static async Task<string?> FieldAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.TryGetProperty("field", out var field) ? field.GetString() : null;
}
