namespace Minqing.Web.Shared;

/// <summary>长辈版: asked for by ?elder=1 (or given up by ?elder=0), remembered in a cookie, the same page.</summary>
public sealed class Elder(RequestDelegate next)
{
    private const string Name = "elder";

    public static bool IsOn(HttpContext context) =>
        context.Request.Query[Name].ToString() is { Length: > 0 } asked ? asked == "1" : context.Request.Cookies.ContainsKey(Name);

    /// <summary>The address of the same page in the other mode.</summary>
    public static string Other(HttpContext context) => $"{context.Request.PathBase}{context.Request.Path}?{Name}={(IsOn(context) ? 0 : 1)}";

    public Task InvokeAsync(HttpContext context)
    {
        switch (context.Request.Query[Name].ToString())
        {
            case "1":
                context.Response.Cookies.Append(Name, "1", new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, IsEssential = true });
                break;
            case "0":
                context.Response.Cookies.Delete(Name);
                break;
        }

        return next(context);
    }
}
