using System.Net;
using Microsoft.EntityFrameworkCore;
using Minqing.Testing;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>Getting in, and being kept out (P-10).</summary>
[Trait("Spec", "P-10")]
public sealed class SignInTests
{
    [Theory, OnBothDatabases]
    public async Task Password_and_code_together_open_the_page_that_was_asked_for(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        var sent = await office.Site.Http.GetAsync("/me?a=b", Office.Ct);
        var answer = await office.SignInAsync(back: "/me?a=b");
        var page = WebUtility.HtmlDecode(await office.Site.Http.GetStringAsync("/me", Office.Ct));

        Assert.Equal("/sign-in?return=%2Fme%3Fa%3Db", sent.Headers.Location!.OriginalString);
        Assert.Equal("/me?a=b", answer.Headers.Location!.OriginalString);
        Assert.Contains("httponly", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("minqing-session", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("王秀兰", page, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_is_wrong_the_answer_is_the_same(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        var answers = new[]
        {
            await office.SignInAsync(code: "000000"), await office.SignInAsync(password: "wrong password"), await office.SignInAsync(account: "nobody"),
        };

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
        foreach (var answer in answers)
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Office.Ct));
            Assert.Contains("账号、密码或验证码不对", page, StringComparison.Ordinal);
            Assert.DoesNotContain("wrong password", page, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Five_wrong_attempts_lock_the_account_for_a_quarter_of_an_hour(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        for (var i = 0; i < 5; i++)
            await office.SignInAsync(password: "wrong password");
        var locked = await office.SignInAsync();
        office.Site.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        var later = await office.SignInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
        await using var db = office.Site.Test.NewDb();
        Assert.Equal(["locked", "password", "password", "password", "password", "password"], await db.SignInRefusals.OrderBy(r => r.Why).Select(r => r.Why).ToListAsync(Office.Ct));
    }

    [Theory, OnBothDatabases]
    public async Task A_code_is_taken_once(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        var code = office.Code;

        var first = await office.SignInAsync(code: code);
        using var other = office.Site.Client();
        var again = await office.SignInAsync(code: code, browser: other);
        office.Site.Clock.Advance(TimeSpan.FromSeconds(30));
        var next = await office.SignInAsync(browser: other);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, next.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/my")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await using var office = await Office.OnAsync(Engine.Sqlite);

        Assert.Equal("/", (await office.SignInAsync(back: back)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_tries_for_ever_from_one_place()
    {
        await using var office = await Office.OnAsync(Engine.Sqlite);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
            answers.Add((await office.AskTokenAsync(password: "wrong password")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..^1]);
    }
}
