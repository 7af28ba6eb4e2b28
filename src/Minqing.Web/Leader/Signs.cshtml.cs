using Microsoft.AspNetCore.Mvc;
using Minqing.App.Supervision.Signs;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>The signs of false closing in my area: to be looked into, deciding nothing (H-26).</summary>
public sealed class SignsModel(ListSigns list) : StaffPage
{
    /// <summary>The cursor that the page before gave.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/signs", Q);

    public bool HoldsAccountable => Viewer.May(Permission.HoldAccountable);

    public SignList List { get; private set; } = new([], null);

    public static string What(SignRow row) => Words.Say($"sign.{row.Sign.Name()}");

    public static string Measured(SignRow row) => row.Measured is { } n ? $" · {Words.Say($"sign-measured.{row.Sign.Name()}", ("N", n))}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeLeaderView))
        {
            return Forbid();
        }

        List = await list.RunAsync(Viewer, Q, After, ct);
        return Page();
    }
}
