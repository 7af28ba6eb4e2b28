using System.Reflection;
using Minqing.App.People;

namespace Minqing.Web.Composition;

/// <summary>A parameter of an interface's route: who calls. The route needs <c>RequireAuthorization()</c>, which answers 401 before this is asked.</summary>
public sealed record SignedIn(Viewer Viewer)
{
    public static async ValueTask<SignedIn?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return await context.RequestServices.GetRequiredService<CurrentViewer>().GetAsync(context.RequestAborted) is { } viewer ? new(viewer) : null;
    }
}
