using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Supervision.Rounds;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Shared;
using Minqing.Web.Texts;

namespace Minqing.Web.Leader;

/// <summary>The week's list to instruct on, and those of the weeks before (S-03).</summary>
public sealed class RoundsModel(ReadRounds read) : StaffPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public RoundsView View { get; private set; } = null!;

    public Finder Find => new("/rounds", Q, ("id", Id?.ToString())) { What = "内容或者地点" };

    /// <summary>The rows in which it is found; all of them where nothing is looked for.</summary>
    public IEnumerable<RoundRow> Rows => Search.Of(Q) is { } search ? View.Rows.Where(r => search.IsShown(r.Words, r.Address)) : View.Rows;

    public bool MayInstruct => Viewer.May(Permission.Instruct);

    public IReadOnlyList<Chip> Weeks => [.. View.Rounds.Select(r => new Chip($"{Words.Say("round.of", ("Day", LocalTime.DayOf(r.Slot)))} {r.Region}", $"/rounds?id={r.Id}", r.Id == View.Round?.Id, r.Items))];

    public static string Of(RoundHead round) =>
        round.After is { } below ? Words.Say("round.after", ("Region", round.Region), ("Below", Words.Say($"staff.level.{below.Name()}"))) : Words.Say("round.watched-list", ("Region", round.Region));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await read.RunAsync(Viewer, Id, ct);
        if (found.Problem is { } problem)
        {
            return problem is NotAllowed ? Forbid() : NotFound();
        }

        View = found.Value;
        return Page();
    }
}
