using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.Walking;

/// <summary>Somebody who knocks at every door: a role here or elsewhere, or nobody.</summary>
internal sealed partial class Walker(TestSite site, Role? role, bool elsewhere, PersonId person) : IDisposable
{
    private HttpClient http = site.Client();
    private string? form;

    public Role? Role => role;

    public bool Elsewhere => elsewhere;

    public PersonId Person => person;

    public string Name => (role?.Name() ?? RouteTable.Nobody) + (elsewhere ? " elsewhere" : "");

    public static Walker Nobody(TestSite site) => new(site, null, false, default);

    public void Dispose() => http.Dispose();

    /// <summary>Begins anew with another browser: signed in, unless it is nobody.</summary>
    public async Task BeginAsync()
    {
        http.Dispose();
        (http, form) = (site.Client(), null);
        if (role is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", (await SessionAsync()).Token);
    }

    /// <summary>Another session of the same person.</summary>
    public async Task<(string Token, Guid Id)> SessionAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Person == person, WalkedCity.Ct) ?? (await site.AccountAsync(person, person.Value.ToString("N"))).Account;
        var token = (await scope.ServiceProvider.GetRequiredService<StartSession>().StartAsync(account, SignInMeans.PasswordAndCode, new("browser", "test", "127.0.0.1"), WalkedCity.Ct)).Token;
        var hash = SessionToken.Hash(token);
        return (token, await db.Sessions.Where(s => s.TokenHash == hash).Select(s => s.Id).SingleAsync(WalkedCity.Ct));
    }

    public async Task<HttpResponseMessage> KnockAsync(Knock knock)
    {
        using var request = new HttpRequestMessage(new(knock.Method), knock.Address);
        if (!knock.IsApi)
            request.Headers.Accept.ParseAdd("text/html");
        if (knock.Key is { } key)
            request.Headers.Add("Idempotency-Key", key);
        request.Content = knock.Body ?? (knock.IsApi || knock.Method is "GET" or "HEAD" ? null : new FormUrlEncodedContent(
            [.. knock.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", form ??= await FormAsync())]));
        return await http.SendAsync(request, WalkedCity.Ct);
    }

    // Any page's token is good for every form of the same person.
    private async Task<string> FormAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, role is null ? "/sign-in" : "/me");
        request.Headers.Accept.ParseAdd("text/html");
        using var page = await http.SendAsync(request, WalkedCity.Ct);
        return WebUtility.HtmlDecode(Token().Match(await page.Content.ReadAsStringAsync(WalkedCity.Ct)).Groups[1].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>One request, ready to be sent.</summary>
internal sealed record Knock(string Method, string Address, HttpContent? Body = null, string? Key = null, params IReadOnlyList<(string Name, string Value)> Fields)
{
    public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);
}
