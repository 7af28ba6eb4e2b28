using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Administration.Places;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Web.Shared;

namespace Minqing.Web.Admin;

/// <summary>A form for a change of regions or units: its day, by whose decision, and where one goes once it is written down.</summary>
public abstract class ReorganisationForm(FindRegions find, TimeProvider clock) : AdminPage
{
    /// <summary>By what a region is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The regions found; null before any were looked for.</summary>
    public RegionPage? Found { get; private set; }

    /// <summary>The first day on which it is so; today where it is left out.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Today, as forms write it: nothing is changed for a day gone by.</summary>
    public string Today => LocalTime.DayOf(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The search above a form, whose other fields stay.</summary>
    protected Finder FinderOf(string address, params IReadOnlyList<(string Name, string? Value)> kept) => new(address, Q, kept) { What = "区划名称的一部分" };

    /// <summary>The form, with what was looked for.</summary>
    protected async Task<IActionResult> ShowAsync(CancellationToken ct) =>
        !Viewer.May(Permission.ManageRegions) ? Forbid()
        : string.IsNullOrWhiteSpace(Q) ? Page()
        : With(await find.RunAsync(Viewer, Q, null, null, ct), found => Found = found);

    /// <param name="address">Where what came of it is seen.</param>
    protected LocalRedirectResult Done(DateOnly? day, string address)
    {
        TempData["Said"] = day is { } later && later.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) != Today
            ? $"已记下，{later.Month}月{later.Day}日零时自动办理；在那以前可以取消"
            : "已办好";
        return LocalRedirect(address);
    }

    /// <summary>Beside which field a "no" stands.</summary>
    protected static string FieldOf(Problem problem) => problem switch
    {
        ReorganisationDayNotUsable or RegionChangedLater or PlannedAlready => nameof(Day),
        Missing { Name: "reason" } or TooLong { Name: "reason" } => nameof(Reason),
        _ => "",
    };
}
