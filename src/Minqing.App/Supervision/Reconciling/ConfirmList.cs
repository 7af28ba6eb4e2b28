using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>A unit confirms its list of the week, and says on which lines it sees it otherwise (H-32).</summary>
public sealed class ConfirmList(MinqingDb db, TimeProvider clock)
{
    /// <summary>How long the words of an objection may be.</summary>
    public const int WordsAtMost = 200;

    /// <summary>The permission that whoever confirms has for their unit.</summary>
    internal const Permission ToConfirm = Permission.FinishOrder;

    /// <param name="objections">The lines on which it is otherwise, and what.</param>
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid id, IReadOnlyList<(int Line, string? Words)> objections, CancellationToken ct)
    {
        var written = new List<(int, Written)>();
        foreach (var (line, words) in objections.DistinctBy(o => o.Line))
        {
            var said = Writing.Required(words, $"line-{line}", WordsAtMost);
            if (said.Problem is { } no)
                return no;
            written.Add((line, said.Value));
        }

        return await db.RacedAsync(() => ConfirmAsync(viewer, id, written, ct));
    }

    private async Task<Result<Done>> ConfirmAsync(Viewer viewer, Guid id, IReadOnlyList<(int, Written)> objections, CancellationToken ct)
    {
        if (await db.Reconciliations.AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } list || Confirming(viewer, list.Unit) is not { } post)
            return new NoSuchReconciliation();

        list.Attach(await db.Clocks.Where(c => c.SubjectId == id).ToListAsync(ct));
        if (list.Confirm(objections, new(viewer.As(post), clock.Now())) is { } refused)
            return refused;

        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>The post by which somebody confirms for a unit; null where they may not.</summary>
    internal static HeldPost? Confirming(Viewer viewer, UnitId unit) => viewer.Posts.FirstOrDefault(p => p.Units.Contains(unit) && p.Reaches(ToConfirm).Any());
}
