using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Minqing.App.People.SigningIn;
using Minqing.Domain.People;
using Minqing.Testing;
using Minqing.Testing.Web;

namespace Minqing.Web.Tests.SigningIn;

/// <summary>A running program with one person who has an account, and what they type to get in.</summary>
internal sealed partial class Office : IAsyncDisposable
{
    public const string Name = "620402001201-village-secretary";

    private Office(TestSite site, Person person, NewAccount account) => (Site, Person, Account) = (site, person, account);

    public TestSite Site { get; }

    public Person Person { get; }

    public NewAccount Account { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the person's phone shows now.</summary>
    public string Code => OneTimeCode.At(Base32.Read(Account.CodeSecret)!, OneTimeCode.Step(Site.Clock.GetUtcNow().UtcDateTime));

    public static async Task<Office> OnAsync(Engine engine)
    {
        var site = await TestSite.OnAsync(engine, change: builder => builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1));
        site.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var person = new Person(new(Guid.CreateVersion7()), "D1", "王秀兰", "13800138000");
        await using var db = site.Test.NewDb();
        db.Persons.Add(person);
        await db.SaveChangesAsync(Ct);
        return new(site, person, await site.AccountAsync(person.Id, Name));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>Fills in the page's form and sends it.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string? password = null, string? code = null, string account = Name, string? back = null, HttpClient? browser = null)
    {
        browser ??= Site.Http;
        var address = back is null ? "/sign-in" : $"/sign-in?return={Uri.EscapeDataString(back)}";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address, Ct));
        return await browser.PostAsync(address, new FormUrlEncodedContent(
        [
            new("Account", account), new("Password", password ?? Account.Password), new("Code", code ?? Code), new("Return", back ?? ""),
            new("__RequestVerificationToken", Token().Match(page).Groups[1].Value),
        ]), Ct);
    }

    /// <summary>Sends one of the forms of a page that the browser sees.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        var seen = WebUtility.HtmlDecode(await browser.GetStringAsync(page, Ct));
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", Token().Match(seen).Groups[1].Value));
        return await browser.PostAsync($"{page.Split('?')[0]}?handler={handler}", new FormUrlEncodedContent(all), Ct);
    }

    public Task<HttpResponseMessage> AskTokenAsync(string? password = null, string? code = null) =>
        Site.Http.PostAsJsonAsync("/api/v1/session", new { account = Name, password = password ?? Account.Password, code = code ?? Code }, Ct);

    public static async Task<string> TokenOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("token").GetString()!;

    public static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string address = "/me") => (await browser.GetAsync(address, Ct)).StatusCode;

    public async Task<Guid> OpenSessionAsync()
    {
        await using var db = Site.Test.NewDb();
        return await db.Sessions.Where(s => s.Person == Person.Id && s.EndedAt == null).Select(s => s.Id).SingleAsync(Ct);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
