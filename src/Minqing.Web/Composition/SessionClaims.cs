using System.Security.Claims;
using Minqing.App.People.SigningIn;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Composition;

/// <summary>What a request carries of the session it came with. What the person may do is asked of their posts each time.</summary>
public static class SessionClaims
{
    private const string PersonClaim = "person";
    private const string AccountClaim = "account";
    private const string SessionClaim = "session";
    private const string ClientClaim = "client";

    /// <summary>The session of this caller; null when nobody is signed in.</summary>
    public static SignedSession? Signed(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(PersonClaim), out var person)
            ? new(new(person), Guid.Parse(user.FindFirstValue(AccountClaim)!), Guid.Parse(user.FindFirstValue(SessionClaim)!), user.FindFirstValue(ClientClaim)!)
            : null;

    internal static ClaimsIdentity Of(OpenSession session) => new(
        [
            new(PersonClaim, session.Person.Value.ToString()),
            new(AccountClaim, session.Account.ToString()),
            new(SessionClaim, session.Id.ToString()),
            new(ClientClaim, session.Client),
        ],
        SessionHandler.Name);
}

/// <summary>Who is signed in, with which account, in which session, from which client.</summary>
public sealed record SignedSession(PersonId Person, Guid Account, Guid Session, string Client);
