using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Supervision;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>The leader's two minutes: what is late in my area, who has it, since when.</summary>
public sealed class LateModel(ListLate list) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Finder Find => new("/late", Q);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public LateList List { get; private set; } = null!;

    public IReadOnlyList<Stat> Stats =>
    [
        new(List.Late, "已超期", Alert: Alert.Red),
        new(List.Uncalled, "没人回电", Alert: Alert.Orange),
        new(List.DueSoon, "一天内到期", Alert: Alert.Yellow),
    ];

    /// <summary>Who has it: the unit, or the tier of the chain whose call it is.</summary>
    public string Holder(TurnRow row) =>
        List.Holders.GetValueOrDefault(row.Key) ?? Words.Say(row.Key.StartsWith("tier1", StringComparison.Ordinal) ? "leader.first-tier" : "leader.tier");

    public static string What(TurnRow row) => Words.Say($"leader.what.{row.Kind.Name()}");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Viewer.May(Permission.SeeLeaderView))
        {
            return Forbid();
        }

        List = await list.RunAsync(Viewer, null, Q, After, ct);
        return Page();
    }
}
