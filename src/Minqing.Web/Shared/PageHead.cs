using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Minqing.Web.Shared;

/// <summary>What a staff page tells its layout: its title, where "back" leads, which item of the bar it belongs to, its address for live updates.</summary>
public sealed record PageHead(string Title, string? Back = null, string? Tab = null)
{
    private const string Key = "head";

    public static PageHead Of(ViewDataDictionary data) => data[Key] as PageHead ?? new("民情直通");

    public void Into(ViewDataDictionary data) => data[Key] = this;
}
