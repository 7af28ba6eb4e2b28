namespace Minqing.Web.Admin;

/// <summary>Where an administrator can go.</summary>
public static class AdminTabs
{
    public static readonly IReadOnlyList<(string Name, string Text, string Href)> All =
    [
        ("overview", "概况", "/admin"),
        ("regions", "区划", "/admin/regions"),
        ("reorganisations", "区划调整", "/admin/reorganisations"),
        ("units", "单位", "/admin/units"),
        ("people", "人员", "/admin/people"),
        ("posts", "岗位", "/admin/posts"),
        ("codes", "二维码", "/admin/codes"),
        ("files", "导入导出", "/admin/files"),
        ("rules", "规则", "/admin/rules"),
        ("limits", "时限重算", "/admin/limits"),
    ];

    /// <summary>An address with what was looked for and where the next page begins; empty parts are left out.</summary>
    public static string Href(string page, params (string Name, string? Value)[] parts)
    {
        var query = string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? page : $"{page}?{query}";
    }
}
