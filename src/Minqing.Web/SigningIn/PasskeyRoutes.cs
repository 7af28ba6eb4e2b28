using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Minqing.Storage.People;
using Minqing.Web.Composition;

namespace Minqing.Web.SigningIn;

/// <summary>What the pages' script asks for passkeys (WebAuthn): the options before, the browser's answer after.</summary>
internal static class PasskeyRoutes
{
    private const int LongestAnswer = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapPost("/sign-in/passkey/options", AskAsync);
        pages.MapPost("/sign-in/passkey", SignInAsync);
        pages.MapPost("/me/passkeys/options", OfferAsync).RequireAuthorization();
        pages.MapPost("/me/passkeys", AddAsync).RequireAuthorization();
    }

    private static async Task<ContentHttpResult> AskAsync(HttpContext context, IPasskeyHandler<Account> passkeys, PasskeyState state)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, context);
        state.Keep(context, options.AssertionState);
        return TypedResults.Content(options.RequestOptionsJson, "application/json");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(HttpContext context, IPasskeyHandler<Account> passkeys, PasskeyState state, SignInWithPasskey signIn, CancellationToken ct)
    {
        var asserted = state.Take(context) is { } known && await AnswerAsync(context.Request, ct) is { } answer
            ? await passkeys.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer, AssertionState = known })
            : null;
        var started = await signIn.RunAsync(asserted is { Succeeded: true } ? asserted : null, context.Browser(), ct);
        if (started.Problem is { } problem)
            return problem.ToHttp();

        SessionCookie.Give(context, started.Value);
        return TypedResults.NoContent();
    }

    private static async Task<ContentHttpResult> OfferAsync(HttpContext context, UserManager<Account> accounts, IPasskeyHandler<Account> passkeys, PasskeyState state)
    {
        var account = await OwnAsync(context, accounts);
        var options = await passkeys.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.UserName! }, context);
        state.Keep(context, options.AttestationState);
        return TypedResults.Content(options.CreationOptionsJson, "application/json");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> AddAsync(HttpContext context, UserManager<Account> accounts, IPasskeyHandler<Account> passkeys, PasskeyState state, CancellationToken ct)
    {
        if (state.Take(context) is not { } known || await AnswerAsync(context.Request, ct) is not { } answer)
            return new PasskeyNotUsable().ToHttp();

        var account = await OwnAsync(context, accounts);
        var attested = await passkeys.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = answer, AttestationState = known });
        if (!attested.Succeeded || attested.UserEntity.Id != account.Id.ToString())
            return new PasskeyNotUsable().ToHttp();

        attested.Passkey.Name = DeviceName.Of(context.Request.Headers.UserAgent.ToString());
        return (await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey)).Succeeded ? TypedResults.NoContent() : new PasskeyNotUsable().ToHttp();
    }

    private static async Task<Account> OwnAsync(HttpContext context, UserManager<Account> accounts) =>
        (await accounts.FindByIdAsync(context.User.Signed()!.Account.ToString()))!;

    // The browser's answer as it is; null when it can be none.
    private static async Task<string?> AnswerAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength is not (> 0 and <= LongestAnswer))
            return null;

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(ct);
        try
        {
            using var json = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
