namespace Minqing.Web.Admin;

/// <summary>Where an administrator can go.</summary>
public static class AdminTabs
{
    public static readonly IReadOnlyList<(string Name, string Text, string Href)> All =
    [
        ("overview", "概况", "/admin"),
    ];
}
