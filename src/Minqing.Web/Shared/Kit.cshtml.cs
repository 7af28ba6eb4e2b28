using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Minqing.Web.Shared;

/// <summary>Every part on one page, for who builds pages. Only in development.</summary>
public sealed class KitModel(IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string Phone { get; set; } = "";

    [BindProperty]
    public string? Words { get; set; }

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<Stat> Stats { get; } = [new(3, "已超期", "/_kit", Alert.Red), new(5, "快到期", "/_kit", Alert.Orange), new(30, "在办", "/_kit")];

    public IReadOnlyList<Chip> Chips { get; } = [new("全部", "/_kit", true, 38), new("待首次联系", "/_kit", false, 5), new("办理中", "/_kit", false, 30), new("待核查", "/_kit", false, 3)];

    public IReadOnlyList<(string What, string Where, int Minutes, string Next)> Rows { get; } =
    [
        ("3 号楼门前下水道堵了三天，污水流到路上，老人出门很不方便，请尽快来人看看", "人民路街道 · 育才社区 3 号楼", -25, "打电话"),
        ("路灯不亮", "公园路街道 · 五星社区", 9, "打电话"),
        ("暖气不热，家里有小孩", "人民路街道 · 天津路社区", 25, "签收"),
        ("楼道里堆着杂物", "工农路街道 · 大坝滩社区", 60 * 26, "办理"),
    ];

    public Timeline Course => new(
    [
        new(Now.AddDays(-2), "您反映的问题我们收到了", Said: "3 号楼门前下水道堵了三天，污水流到路上。"),
        new(Now.AddDays(-2).AddMinutes(12), "社区书记给您打了电话", "育才社区 · 社区书记"),
        new(Now.AddHours(-5), "已请城管局疏通", "人民路街道 · 综治中心", State: StopState.Now),
        new(Now.AddDays(2), "办完给您回电话", State: StopState.Next),
    ]);

    public IActionResult OnGet() => environment.IsDevelopment() ? Page() : NotFound();

    public IActionResult OnPost()
    {
        ModelState.AddModelError(nameof(Phone), "请填 11 位手机号，例如 138 0013 8000");
        return OnGet();
    }
}
