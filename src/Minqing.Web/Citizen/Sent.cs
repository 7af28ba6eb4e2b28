using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Minqing.Web.Citizen;

/// <summary>Where to go after something was sent: a browser is led there, a script is told.</summary>
internal static class Sent
{
    public static IActionResult Gone(this PageModel page, string to)
    {
        if (page.Request.Headers["X-Sent-By"] != "script")
        {
            return page.LocalRedirect(to);
        }

        page.Response.Headers.Location = to;
        return page.StatusCode(StatusCodes.Status201Created);
    }
}
