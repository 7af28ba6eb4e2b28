using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Api;

public sealed class ReportsApiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    [Trait("Spec", "H-31")]
    public async Task The_same_submission_sent_five_times_at_once_makes_one_appeal(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SubmitAsync(street, key, "路灯坏了一个月")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync(Ct)));
        Assert.Single(bodies.Distinct());
        await using var db = street.Site.Test.NewDb();
        Assert.Equal((1, 1), (await db.Reports.CountAsync(Ct), await db.Appeals.CountAsync(Ct)));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-12")]
    public async Task The_same_key_with_another_body_is_refused(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        await SubmitAsync(street, "one-key", "路灯坏了");

        var other = await SubmitAsync(street, "one-key", "水管漏了");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal("urn:minqing:problem:idempotency-key-reused", (await JsonAsync(other)).GetProperty("type").GetString());
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-13")]
    [Trait("Spec", "I-14")]
    public async Task The_receipt_opens_the_course(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var receipt = await JsonAsync(await SubmitAsync(street, "k1", "路灯坏了"));

        var course = await JsonAsync(await street.Site.Http.GetAsync(new Uri($"/api/v1/reports/{receipt.GetProperty("number").GetString()}?code={receipt.GetProperty("queryCode").GetString()}", UriKind.Relative), Ct));

        Assert.Equal(["first-call", "solve"], receipt.GetProperty("promises").EnumerateArray().Select(p => p.GetProperty("kind").GetString()));
        Assert.Equal("handling", course.GetProperty("stage").GetString());
        Assert.Equal("receive", course.GetProperty("timeline")[0].GetProperty("step").GetString());
        Assert.StartsWith("http", receipt.GetProperty("followUrl").GetString(), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task An_unknown_number_and_a_wrong_code_answer_alike(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var number = (await JsonAsync(await SubmitAsync(street, "k1", "路灯坏了"))).GetProperty("number").GetString();

        var wrong = await street.Site.Http.GetAsync(new Uri($"/api/v1/reports/{number}?code=AAAAAA", UriKind.Relative), Ct);
        var unknown = await street.Site.Http.GetAsync(new Uri("/api/v1/reports/20260302AAAAAA2?code=AAAAAA", UriKind.Relative), Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, unknown.StatusCode));
        Assert.Equal(await Plain(wrong), await Plain(unknown));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "I-11")]
    public async Task What_cannot_be_used_is_named_by_field_and_stores_nothing(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);

        var noWords = await SubmitAsync(street, "k1", " ");
        var noPlace = await street.Site.Http.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), Body("k2", new { regionCode = "999999999999", text = "x" }), Ct);

        Assert.Equal("text", (await JsonAsync(noWords)).GetProperty("field").GetString());
        Assert.Equal("regionCode", (await JsonAsync(noPlace)).GetProperty("field").GetString());
        await using var db = street.Site.Test.NewDb();
        Assert.Equal(0, await db.Reports.CountAsync(Ct));
    }

    [Fact]
    [Trait("Spec", "I-14")]
    public async Task The_document_lists_stages_and_steps()
    {
        await using var street = await Street.OnAsync(Engine.Sqlite);

        var document = await street.Site.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct);

        Assert.Contains("\"following-up\"", document, StringComparison.Ordinal);
        Assert.Contains("\"record-call\"", document, StringComparison.Ordinal);
        Assert.Contains("/api/v1/reports/{number}", document, StringComparison.Ordinal);
        // An id is an id on the wire, and nothing with a value in it.
        using var parsed = JsonDocument.Parse(document);
        Assert.Empty(parsed.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(s => s.Value.TryGetProperty("properties", out var p) && p.EnumerateObject().Select(f => f.Name).SequenceEqual(["value"]) && p.GetProperty("value").TryGetProperty("format", out var f) && f.GetString() == "uuid").Select(s => s.Name));
    }

    private static Task<HttpResponseMessage> SubmitAsync(Street street, string key, string text) =>
        street.Site.Http.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), Body(key, new { siteCode = street.Code, text, phone = "13800001234" }), Ct);

    private static JsonContent Body(string key, object body)
    {
        var content = JsonContent.Create(body);
        content.Headers.Add("Idempotency-Key", key);
        return content;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;

    // All but the trace id, which is new for each request.
    private static async Task<string> Plain(HttpResponseMessage answer) =>
        string.Join('|', (await JsonAsync(answer)).EnumerateObject().Where(p => p.Name != "traceId").Select(p => $"{p.Name}={p.Value}"));
}
