using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.Supervision;
using Minqing.Web.Composition;

namespace Minqing.Web.Oversight;

/// <summary>A page with forms about a docket: what they offer, and what was typed.</summary>
public abstract class DocketPage : StaffPage
{
    public IReadOnlyList<(Guid Id, string Name)> Units { get; protected set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Posts { get; protected set; } = [];

    public IReadOnlyList<(string Code, string Name)> Categories { get; protected set; } = [];

    public IReadOnlyList<(string Code, string Name)> Regions { get; protected set; } = [];

    /// <summary>The tasks that a step may be about, with their words.</summary>
    public virtual IReadOnlyList<(int No, string Name)> TasksFor(DocketStep step) => [];

    /// <summary>Made with the page: the same file sent twice with it is one upload.</summary>
    [BindProperty]
    public string? Key { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>The photos that came with a form.</summary>
    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    /// <summary>What is up already and is not sent again with the next try.</summary>
    public IReadOnlyList<Guid> Attached { get; protected set; } = [];

    public string? Wrong(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    public string? Typed(string field) => ModelState[field]?.AttemptedValue;

    // What was typed on a page is local time.
    protected static DocketForm Local(DocketForm form) =>
        form.On is { Kind: not DateTimeKind.Utc } local ? form with { On = LocalTime.ToUtc(DateOnly.FromDateTime(local), local.TimeOfDay) } : form;
}
