using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Minqing.App.People.SigningIn;

namespace Minqing.Web.Composition;

/// <summary>Knows who calls: browsers by a cookie, programs by a bearer token. Both carry the same kind of token, whose session is looked up on every request.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "session";
    public const string Cookie = "minqing-session";

    private const string Bearer = "Bearer ";

    private bool IsApi => Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
            return AuthenticateResult.NoResult();

        var session = await Context.RequestServices.GetRequiredService<OpenSessions>().FindAsync(token, Context.RequestAborted);
        return session is null
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(new ClaimsPrincipal(SessionClaims.Of(session)), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!IsApi && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            // After a form that came too late, its page: what was typed is kept there as a draft.
            Response.Redirect($"/sign-in?return={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
            return Task.CompletedTask;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    // A cookie counts on the interface only when the browser itself says that our own page asks: no other site may act in a person's name.
    private string? Token() =>
        Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
        : !IsApi || Request.Headers["Sec-Fetch-Site"] == "same-origin" ? Request.Cookies[Cookie]
        : null;
}
