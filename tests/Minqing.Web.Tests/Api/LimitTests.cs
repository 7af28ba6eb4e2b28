using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Api;

public sealed class LimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task One_phone_cannot_flood_the_first_tier(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 9; i++)
        {
            answers.Add((await SubmitAsync(street, $"k{i}", "13800001234")).StatusCode);
        }

        Assert.Equal(8, answers.Count(a => a == HttpStatusCode.Created));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.Created, (await SubmitAsync(street, "k0", "13800001234")).StatusCode);
        street.Site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Created, (await SubmitAsync(street, "later", "13800001234")).StatusCode);
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task Query_codes_cannot_be_guessed_by_trying(Engine engine)
    {
        await using var street = await Street.OnAsync(engine);
        var receipt = JsonDocument.Parse(await (await SubmitAsync(street, "k", "13800001234")).Content.ReadAsStringAsync(Ct)).RootElement;
        var (number, code) = (receipt.GetProperty("number").GetString()!, receipt.GetProperty("queryCode").GetString()!);

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(street, number, "AAAAAA")).StatusCode);
        }

        var held = await ReadAsync(street, number, code);
        Assert.Equal(HttpStatusCode.TooManyRequests, held.StatusCode);
        street.Site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(street, number, code)).StatusCode);
    }

    private static Task<HttpResponseMessage> ReadAsync(Street street, string number, string code) =>
        street.Site.Http.GetAsync(new Uri($"/api/v1/reports/{number}?code={code}", UriKind.Relative), Ct);

    private static Task<HttpResponseMessage> SubmitAsync(Street street, string key, string phone)
    {
        var content = JsonContent.Create(new { siteCode = street.Code, text = "路灯坏了", phone });
        content.Headers.Add("Idempotency-Key", key);
        return street.Site.Http.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), content, Ct);
    }
}
