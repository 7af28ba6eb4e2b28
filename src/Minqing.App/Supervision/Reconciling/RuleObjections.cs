using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>The centre above a unit rules on what that objects on its list: where the unit is right the line does not count any more (H-32).</summary>
public sealed class RuleObjections(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    /// <param name="rulings">The lines, whether the unit is right on them, and why.</param>
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid id, IReadOnlyList<Ruling> rulings, CancellationToken ct)
    {
        if (rulings.Count == 0)
        {
            return new NothingRuled();
        }

        var written = new List<(int, bool, Written)>();
        foreach (var ruling in rulings.DistinctBy(r => r.Line))
        {
            var said = Writing.Required(ruling.Words, $"why-{ruling.Line}", ConfirmList.WordsAtMost);
            if ((said.Problem ?? (ruling.Upheld is null ? new Missing($"ruling-{ruling.Line}") : null)) is { } no)
                return no;
            written.Add((ruling.Line, ruling.Upheld!.Value, said.Value));
        }

        return await db.RacedAsync(() => RuleAsync(viewer, id, written, ct));
    }

    private async Task<Result<Done>> RuleAsync(Viewer viewer, Guid id, IReadOnlyList<(int, bool, Written)> rulings, CancellationToken ct)
    {
        if (await db.Reconciliations.AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } list || PostToRule(viewer, list, rules) is not { } post)
            return new NoSuchReconciliation();

        // As on the page: what the viewer is not shown is not ruled on by them either.
        var ruled = rulings.Select(r => r.Item1).ToHashSet();
        var ids = list.Lines.Where(l => ruled.Contains(l.No)).Select(l => l.Appeal).ToList();
        if ((await db.Appeals.AsNoTracking().AsSplitQuery().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).Exists(a => !viewer.Sees(a)))
            return new NoSuchLine();

        list.Attach(await db.Clocks.Where(c => c.SubjectId == id).ToListAsync(ct));
        if (list.Rule(rulings, new(viewer.As(post), clock.Now())) is { } refused)
            return refused;

        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>The post by which somebody rules on what a unit objects: of a role that the profile names, above the unit, and never of it.</summary>
    internal static HeldPost? PostToRule(Viewer viewer, Reconciliation list, RuleBook rules) =>
        viewer.Posts.Any(p => p.Units.Contains(list.Unit)) || rules.For(list.Path).Profile.Reconciliation is not { RuledBy: var roles } ? null
            : viewer.Posts.FirstOrDefault(p => roles.Contains(p.Role) && new RegionPath(p.Path).Contains(list.Path));
}

/// <summary>What the centre says of one line.</summary>
/// <param name="Upheld">Whether the unit is right.</param>
public sealed record Ruling(int Line, bool? Upheld, string? Words);

/// <summary>No line was ruled on.</summary>
public sealed record NothingRuled() : NotValid("line");
