using Microsoft.EntityFrameworkCore;
using Minqing.App.Regions.Changing;

namespace Minqing.App.Appeals.Moving;

/// <summary>
/// Regions moved: the open appeals there, their reports and turns, stand in the new tree from now on, so that whoever answers for the place finds them. What
/// had ended keeps the path of its time, and the journal keeps both. Runs in the transaction of the move, some at a time.
/// </summary>
public sealed class MoveOpenCases(LiveCases cases)
{
    private const int RegionsAtOnce = 500;

    public async Task RunAsync(IReadOnlyList<RegionMove> moves, CancellationToken ct)
    {
        foreach (var some in moves.Chunk(RegionsAtOnce))
        {
            var (from, to) = (some.Select(m => m.From).ToList(), some.ToDictionary(m => m.Region, m => m.To));
            var open = await cases.All.Where(a => from.Contains(a.Path)).Select(a => new { a.Id, a.Region }).ToListAsync(ct);
            await cases.ChangeAsync(
                [.. open.Where(a => to.ContainsKey(a.Region)).Select(a => a.Id)],
                (it, by) =>
                {
                    it.MoveTo(it.Appeal.Region, to.GetValueOrDefault(it.Appeal.Region, it.Appeal.Path), by);
                    return Task.CompletedTask;
                },
                ct);
        }
    }
}
