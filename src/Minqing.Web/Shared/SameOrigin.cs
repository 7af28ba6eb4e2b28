namespace Minqing.Web.Shared;

/// <summary>
/// Refuses changes that another site sends in a person's name. Citizens' pages hold no antiforgery token (they carry no cookie and may come from a cache), so the browser's own
/// word counts: Sec-Fetch-Site, else Origin. What is no browser sends neither and carries no cookie to abuse.
/// </summary>
public sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || Own(request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool Own(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value)),
        _ => false,
    };
}
