namespace Minqing.Web.Shared;

/// <summary>The bar at the bottom (at the left on desks): where a member of staff can go.</summary>
public sealed record StaffBar(string Tab, string Text, string Icon, string Href)
{
    private static readonly object Key = new();

    private static readonly StaffBar[] Everyone =
    [
        new("list", "清单", "list", "/work"),
        new("dispatch", "派单", "send", "/dispatch"),
        new("desk", "登记", "pencil", "/desk/new"),
        new("outside", "登记", "pencil", "/desk/outside"),
        new("followups", "回访", "phone", "/followups"),
        new("leader", "辖区", "triangle-alert", "/watch"),
        new("oversight", "督办", "file-text", "/oversight"),
        new("admin", "管理", "settings", "/admin"),
        new("accounts", "账号", "lock", "/accounts"),
        new("audit", "审计", "eye", "/audit"),
        new("me", "我的", "user", "/me"),
    ];

    /// <summary>What this request's viewer gets; all of it unless somebody said otherwise.</summary>
    public static IReadOnlyList<StaffBar> Of(HttpContext context) => context.Items[Key] as IReadOnlyList<StaffBar> ?? Everyone;

    /// <summary>Shows only these tabs to the viewer of this request.</summary>
    public static void Show(HttpContext context, params string[] tabs) => context.Items[Key] = Everyone.Where(b => tabs.Contains(b.Tab)).ToList();
}
