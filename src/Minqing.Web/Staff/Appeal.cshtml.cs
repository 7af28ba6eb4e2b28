using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Supervision.Instructing;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Staff;

/// <summary>One appeal: what and where, the next step, the person, the story, why it is due when it is (D-08).</summary>
public sealed class AppealModel(ReadAppeal read, CaseMedia media, ListInstructions instructions, TimeProvider clock) : AppealPage(read, media, clock)
{
    /// <summary>What leaders wrote on it, as far as the viewer may see that.</summary>
    public IReadOnlyList<InstructionRow> Instructions { get; private set; } = [];

    public bool MayInstruct => !It.Appeal.Ended && Viewer.May(Permission.Instruct, It.Appeal.Path, It.Appeal.Orders.Select(o => o.Unit), It.Appeal.Category, It.Appeal.Sensitive);

    /// <summary>What supervision can open about it, as far as the viewer may.</summary>
    public IReadOnlyList<DocketKind> Dockets => [.. OfOne.Where(k => Viewer.May(DocketFlow.Keeps(k), It.Appeal.Path, It.Appeal.Orders.Select(o => o.Unit), It.Appeal.Category, It.Appeal.Sensitive))];

    private static readonly DocketKind[] OfOne = [DocketKind.KeyMatter, DocketKind.Advice, DocketKind.Inspection, DocketKind.Accountability];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Instructions = await instructions.RunAsync(Viewer, It.Appeal.Id, ct);
        return Page();
    }
}
