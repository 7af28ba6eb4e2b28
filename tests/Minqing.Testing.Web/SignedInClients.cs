using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.Testing.Web;

/// <summary>Callers that are signed in already, without a password being worked out.</summary>
public static class SignedInClients
{
    private const string Cookie = "minqing-session";

    /// <summary>A browser of this person, signed in; an account is made when there is none. It asks for pages and follows no redirect.</summary>
    public static async Task<HttpClient> BrowserOfAsync(this TestSite site, PersonId person)
    {
        var cookies = new CookieContainer();
        cookies.Add(site.Address, new Cookie(Cookie, await SessionTokenAsync(site, person)));
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>What the cookie of a browser holds in which this person has signed in.</summary>
    public static Task<string> SessionTokenAsync(this TestSite site, PersonId person) => TokenAsync(site, person, "browser");

    /// <summary>A program of this person, with a bearer token.</summary>
    public static async Task<HttpClient> ProgramOfAsync(this TestSite site, PersonId person)
    {
        var client = site.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(site, person, "interface"));
        return client;
    }

    /// <summary>Makes an account for a person, with a fast hash.</summary>
    public static async Task<NewAccount> AccountAsync(this TestSite site, PersonId person, string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MinqingDb>();
        var hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        var made = scope.ServiceProvider.GetRequiredService<NewAccounts>().Make(name, person, hasher);
        db.Add(made.Account);
        db.AddRange(made.Tokens);
        await db.SaveChangesAsync();
        return made;
    }

    private static async Task<string> TokenAsync(TestSite site, PersonId person, string client)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<MinqingDb>().Users.AsNoTracking().FirstOrDefaultAsync(a => a.Person == person)
            ?? (await site.AccountAsync(person, person.Value.ToString("N"))).Account;
        return (await scope.ServiceProvider.GetRequiredService<StartSession>().StartAsync(account, SignInMeans.PasswordAndCode, new(client, "test", "127.0.0.1"), default)).Token;
    }
}
