using Minqing.App.People;

namespace Minqing.Web.Composition;

/// <summary>Who is asking: the signed-in person of this request with the posts they hold now. Null when nobody is signed in.</summary>
public sealed class CurrentViewer(IHttpContextAccessor http, Viewers viewers)
{
    private Viewer? known;

    public async ValueTask<Viewer?> GetAsync(CancellationToken ct) =>
        known ??= http.HttpContext?.User.Signed() is { } signed ? await viewers.OfAsync(signed.Person, signed.Account, signed.Client, ct) : null;
}
