using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App.People.SigningIn;
using Minqing.Web.Composition;

namespace Minqing.Web.SigningIn;

/// <summary>Signing in and out for programs: a bearer token instead of a cookie.</summary>
internal static class SessionApi
{
    private const string Client = "interface";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/v1/session").WithTags("session");
        session.MapPost("", StartAsync).WithSummary("Signs in with account, password and one-time code; gives the token for the header \"Authorization: Bearer\".");
        session.MapDelete("", EndAsync).RequireAuthorization().WithSummary("Signs out: the token opens nothing any more.");
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> StartAsync(SessionRequest request, HttpContext context, SignIn signIn, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        var started = await signIn.RunAsync(request.Account, request.Password, request.Code, SessionCookie.Of(context, Client), ct);
        return started.ToHttp(s => new SessionAnswer(s.Token, s.ExpiresAt));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(SignedIn signed, HttpContext context, EndSession end, CancellationToken ct) =>
        (await end.RunAsync(signed.Viewer, context.User.Signed()!.Session, ct)).ToHttp();
}

/// <summary>With what a program signs in.</summary>
internal sealed record SessionRequest([property: Required] string Account, [property: Required] string Password, [property: Required] string Code);

/// <summary>The token, and until when at most it opens.</summary>
internal sealed record SessionAnswer(string Token, DateTime ExpiresAt);
