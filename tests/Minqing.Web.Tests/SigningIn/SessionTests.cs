using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People.SigningIn;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>Being signed in, and its end (P-10).</summary>
[Trait("Spec", "P-10")]
public sealed class SessionTests
{
    [Theory, OnBothDatabases]
    public async Task A_session_ended_from_another_device_is_over_at_once(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var lost = await office.Site.BrowserOfAsync(office.Person.Id);
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(lost));
        var session = await office.OpenSessionAsync();
        using var own = await office.Site.BrowserOfAsync(office.Person.Id);

        var done = await Office.SendAsync(own, "/me", "End", ("session", session.ToString()));

        Assert.Equal("/me", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(lost));
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(own));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_ends_the_session_of_somebody_else(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var mine = await office.Site.BrowserOfAsync(office.Person.Id);
        var session = await office.OpenSessionAsync();
        using var stranger = await office.Site.BrowserOfAsync(new(Guid.CreateVersion7()));

        var refused = await Office.SendAsync(stranger, "/me", "End", ("session", session.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(mine));
    }

    [Theory, OnBothDatabases]
    public async Task A_security_administrator_signs_a_lost_phone_out_in_their_own_area_only(Engine engine)
    {
        await using var town = await AdministeredTown.OnAsync(engine);
        using var lost = await town.Site.BrowserOfAsync(town.Secretary);
        using var own = await town.Site.BrowserOfAsync(town.Administrator);
        using var other = await town.Site.BrowserOfAsync(town.AdministratorElsewhere);
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(lost));

        var refused = await Office.StatusAsync(other, $"/accounts?Account={AdministeredTown.Name}");
        var kept = await Office.SendAsync(other, "/me", "End", ("session", (await town.SessionAsync()).ToString()));
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(lost));
        var page = await own.GetStringAsync($"/accounts?Account={AdministeredTown.Name}", Office.Ct);
        var done = await Office.SendAsync(own, $"/accounts?Account={AdministeredTown.Name}", "End", ("session", (await town.SessionAsync()).ToString()));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused, kept.StatusCode));
        Assert.Contains("data-session", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(lost));
    }

    [Theory, OnBothDatabases]
    public async Task A_new_password_ends_every_other_session(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var other = await office.Site.BrowserOfAsync(office.Person.Id);
        using var own = await office.Site.BrowserOfAsync(office.Person.Id);
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(other));

        var tooShort = await Office.SendAsync(own, "/me", "Password", ("Password", office.Account.Password), ("NewPassword", "short"));
        var changed = await Office.SendAsync(own, "/me", "Password", ("Password", office.Account.Password), ("NewPassword", "a long new password"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(other));
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(own));
        Assert.Equal(HttpStatusCode.Redirect, (await office.SignInAsync(password: "a long new password")).StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task After_a_reset_nothing_old_opens_the_account_and_the_new_password_does(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var lost = await office.Site.BrowserOfAsync(office.Person.Id);
        Assert.Equal(HttpStatusCode.OK, await Office.StatusAsync(lost));

        await using var scope = office.Site.Services.CreateAsyncScope();
        var reset = (await scope.ServiceProvider.GetRequiredService<ResetAccount>().RunAsync(Office.Name, Office.Ct)).Value;
        var second = await scope.ServiceProvider.GetRequiredService<OpenAccount>().RunAsync(Office.Name, "D1", Office.Ct);
        var old = await office.SignInAsync();
        var code = OneTimeCode.At(Base32.Read(reset.CodeSecret)!, OneTimeCode.Step(office.Site.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(lost));
        Assert.IsType<AccountExists>(second.Problem);
        Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.SignInAsync(reset.Password, code)).StatusCode);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_ends_the_session_and_takes_the_cookie(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var browser = await office.Site.BrowserOfAsync(office.Person.Id);

        var answer = await Office.SendAsync(browser, "/me", "SignOut");

        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(browser));
        await using var db = office.Site.Test.NewDb();
        Assert.Equal(office.Person.Id, (await db.Sessions.SingleAsync(Office.Ct)).EndedBy);
    }

    [Theory, OnBothDatabases]
    public async Task A_browser_that_nobody_used_for_days_is_signed_out(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var browser = await office.Site.BrowserOfAsync(office.Person.Id);

        office.Site.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Redirect, await Office.StatusAsync(browser));
    }

    [Theory, OnBothDatabases]
    public async Task A_program_gets_a_token_that_opens_until_it_is_given_back(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var program = office.Site.Client();

        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Office.TokenOfAsync(await office.AskTokenAsync()));
        var first = await program.DeleteAsync("/api/v1/session", Office.Ct);
        var second = await program.DeleteAsync("/api/v1/session", Office.Ct);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Equal("application/problem+json", second.Content.Headers.ContentType!.MediaType);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_code_gives_no_token(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);

        var answer = await office.AskTokenAsync(code: "000000");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("urn:minqing:problem:sign-in-refused", await answer.Content.ReadAsStringAsync(Office.Ct), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task The_cookie_opens_the_interface_only_to_our_own_pages(Engine engine)
    {
        await using var office = await Office.OnAsync(engine);
        using var browser = await office.Site.BrowserOfAsync(office.Person.Id);

        var foreign = await browser.DeleteAsync("/api/v1/session", Office.Ct);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var own = await browser.DeleteAsync("/api/v1/session", Office.Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
    }
}
