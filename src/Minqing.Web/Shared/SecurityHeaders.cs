namespace Minqing.Web.Shared;

/// <summary>Headers that keep a page from loading, framing or leaking what it should not. Inline code runs only by its hash; style attributes never.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly object Scripts = new();
    private static readonly object Styles = new();

    /// <summary>Lets this response carry one inline file.</summary>
    public static void Allow(HttpContext context, string tag, string hash)
    {
        var key = tag == "style" ? Styles : Scripts;
        context.Items[key] = $"{context.Items[key]} {hash}";
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // a stranger's file brings a stricter policy of its own
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy(context);
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would blank the Origin that SameOrigin asks for
            headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(self), browsing-topics=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string Policy(HttpContext context) =>
        $"default-src 'none'; script-src 'self'{context.Items[Scripts]}; style-src 'self'{context.Items[Styles]}; img-src 'self' blob: data:; media-src 'self' blob:; "
        + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
