using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests;

public sealed class ResultHttpTests
{
    private sealed record Slowly() : TooMany(TimeSpan.FromSeconds(29.5));

    [Theory]
    [InlineData("/api/closed", HttpStatusCode.Conflict, "post-is-closed", "这个岗位已经撤销", "这个岗位已于 3 月 2 日（周一）9:00 撤销。", null)]
    [InlineData("/api/nobody", HttpStatusCode.NotFound, "no-such-person", "没有这个人", null, null)]
    [InlineData("/api/phone", HttpStatusCode.UnprocessableEntity, "phone-number-not-valid", "电话号码不对，请核对", null, "phone")]
    public async Task A_problem_is_told_with_a_stable_type_its_words_and_its_field(string path, HttpStatusCode status, string code, string title, string? detail, string? field)
    {
        await using var site = await SiteAsync();

        var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await BodyAsync(answer);
        Assert.Equal($"urn:minqing:problem:{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal(detail, problem.TryGetProperty("detail", out var d) ? d.GetString() : null);
        Assert.Equal(field, problem.TryGetProperty("field", out var f) ? f.GetString() : null);
    }

    [Fact]
    public async Task Too_many_says_when_to_come_back()
    {
        await using var site = await SiteAsync();

        var answer = await site.Http.GetAsync("/api/slowly", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_failure_is_told_without_its_inside()
    {
        await using var site = await SiteAsync();

        var answer = await site.Http.GetAsync("/api/broken", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("urn:minqing:problem:internal-server-error", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_gets_a_page_instead()
    {
        await using var site = await SiteAsync();
        site.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        foreach (var (path, status) in new[] { ("/broken", 500), ("/nowhere", 404), ("/large", 413) })
        {
            var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);

            Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("[]", HttpStatusCode.BadRequest, "bad-request")]
    public async Task A_body_that_cannot_be_read_is_the_callers_mistake(string body, HttpStatusCode status, string code)
    {
        await using var site = await SiteAsync();

        var answer = await site.Http.PostAsync("/api/echo", new StringContent(body, null, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal($"urn:minqing:problem:{code}", (await BodyAsync(answer)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Chinese_is_sent_as_it_is()
    {
        await using var site = await SiteAsync();

        Assert.Equal("""{"text":"路面积水"}""", await site.Http.GetStringAsync("/api/words", TestContext.Current.CancellationToken));
    }

    private static Task<TestSite> SiteAsync() => TestSite.OnAsync(Engine.Sqlite, routes: app =>
    {
        app.MapGet("/api/closed", () => new PostIsClosed(new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc)).ToHttp());
        app.MapGet("/api/nobody", () => new NoSuchPerson(new(Guid.Empty)).ToHttp());
        app.MapGet("/api/phone", () => ((Result<Done>)new PhoneNumberNotValid()).ToHttp());
        app.MapGet("/api/slowly", () => new Slowly().ToHttp());
        app.MapGet("/api/broken", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/large", string () => throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge));
        app.MapGet("/broken", string () => throw new InvalidOperationException("secret"));
        app.MapGet("/api/words", () => ((Result<Said>)new Said("路面积水")).ToHttp());
        app.MapPost("/api/echo", (Said said) => said);
    });

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    private sealed record Said(string Text);
}
