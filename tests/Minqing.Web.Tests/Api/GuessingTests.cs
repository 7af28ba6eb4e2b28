using System.Net;
using System.Net.Http.Json;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Api;

public sealed class GuessingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [OnBothDatabases("/api/v1/reports/{0}?code=AAAAAA")]
    [OnBothDatabases("/api/v1/reports/{0}/openings?code=AAAAAA")]
    [OnBothDatabases("/api/v1/reports/{0}/proof?code=AAAAAA")]
    [OnBothDatabases("/f/{0}/media/01a2022f-8cc3-7020-aeda-5ad6195d9ab3?code=AAAAAA")]
    [Trait("Spec", "P-14")]
    public async Task Whoever_guesses_at_a_code_is_told_to_wait_at_every_door(Engine engine, string door)
    {
        await using var street = await Street.OnAsync(engine, s => s with { Limits = s.Limits with { WrongCodesPerNumber = 3, WrongCodesPerAddress = 100 } });
        var address = new Uri(string.Format(null, door, await NumberAsync(street)), UriKind.Relative);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(street, address));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(street, address));
    }

    [Theory, OnBothDatabases]
    [Trait("Spec", "P-14")]
    public async Task What_cannot_be_a_number_holds_nobody_else_up(Engine engine)
    {
        await using var street = await Street.OnAsync(engine, s => s with { Limits = s.Limits with { WrongCodesPerNumber = 3, WrongCodesPerAddress = 100 } });

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(street, new("/api/v1/reports/slip?code=AAAAAA", UriKind.Relative)));
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Street street, Uri address) => (await street.Site.Http.GetAsync(address, Ct)).StatusCode;

    private static async Task<string> NumberAsync(Street street)
    {
        using var body = JsonContent.Create(new { siteCode = street.Code, text = "路灯坏了" });
        body.Headers.Add("Idempotency-Key", "one");
        var answer = await street.Site.Http.PostAsync(new Uri("/api/v1/reports", UriKind.Relative), body, Ct);
        return (await answer.Content.ReadFromJsonAsync<Receipt>(Ct))!.Number;
    }

    private sealed record Receipt(string Number);
}
