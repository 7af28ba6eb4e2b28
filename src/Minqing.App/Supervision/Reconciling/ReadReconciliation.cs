using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Reconciling;

/// <summary>One unit's list of one week, line by line, for the unit and for those above it (H-32).</summary>
public sealed class ReadReconciliation(MinqingDb db, RuleBook rules, TimeProvider clock)
{
    public async Task<Result<ReconciliationView>> RunAsync(Viewer viewer, Guid id, CancellationToken ct)
    {
        if (await db.Reconciliations.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } list)
            return new NoSuchReconciliation();

        var own = ConfirmList.Confirming(viewer, list.Unit);
        if (own is null && !viewer.May(Permission.SeeLeaderView, list.Path))
            return new NoSuchReconciliation();

        var ids = list.Lines.Select(l => l.Appeal).ToList();
        // Loaded whole: who sees what is asked of each.
        var appeals = (await db.Appeals.AsNoTracking().AsSplitQuery().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).Where(viewer.Sees).ToDictionary(a => a.Id);
        var wanted = appeals.Values.Select(a => a.Words).Concat(list.Lines.SelectMany(l => new[] { l.Objection, l.Ruling }).OfType<Guid>()).ToList();
        var texts = await db.Texts.AsNoTracking().Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Words, ct);
        var lines = list.Lines.OrderBy(l => l.No).Where(l => appeals.ContainsKey(l.Appeal)).Select(l => (Line: l, Appeal: appeals[l.Appeal])).Select(x => new ReconciliationLine(
            x.Line.No, x.Line.Appeal, x.Appeal.Address, PersonalData.Masked(texts.GetValueOrDefault(x.Appeal.Words)),
            x.Line.Stage, x.Line.DueAt, x.Line.Late, x.Line.Returned, x.Line.Suspended, x.Appeal.Stage, x.Line.Beside ? x.Appeal.Orders.Any(o => o.Unit == list.Unit && o is { Open: true, Beside: true }) : x.Appeal.Lead == list.Unit,
            x.Line.Objection is { } said ? texts.GetValueOrDefault(said) : null)
        {
            Beside = x.Line.Beside,
            Upheld = x.Line.Upheld,
            Ruling = x.Line.Ruling is { } why ? texts.GetValueOrDefault(why) : null,
            RuledAt = x.Line.RuledAt,
        }).ToList();
        return new ReconciliationView(
            await db.Units.AsNoTracking().Where(u => u.Id == list.Unit).Select(u => u.Name).FirstAsync(ct), list, lines,
            own is not null && list.ConfirmedAt is null, ListReconciliations.StateOf(list.DueAt, list.ConfirmedAt, list.Objections, list.Ruled, clock.Now()))
        {
            MayRule = lines.Exists(l => l.ToRule) && RuleObjections.PostToRule(viewer, list, rules) is not null,
        };
    }
}

/// <summary>A unit's list with its lines.</summary>
/// <param name="Lines">Those that the viewer sees.</param>
/// <param name="MayConfirm">Whether it waits for the viewer's own unit.</param>
public sealed record ReconciliationView(string Unit, Reconciliation List, IReadOnlyList<ReconciliationLine> Lines, bool MayConfirm, ReconciliationState State)
{
    /// <summary>Whether objections on it wait for the viewer to rule.</summary>
    public bool MayRule { get; init; }
}

/// <summary>One line: how it stood when the list was made, where it stands now, and what the unit objects.</summary>
/// <param name="StillTheirs">Whether the unit leads it now, too, or still works beside the lead.</param>
public sealed record ReconciliationLine(
    int No, AppealId Appeal, string Address, string? Words, Stage Stage, DateTime? DueAt, bool Late, bool Returned, bool Suspended, Stage StageNow, bool StillTheirs, string? Objection)
{
    /// <summary>The unit works on it beside the lead.</summary>
    public bool Beside { get; init; }

    /// <summary>Whether the centre agreed with the objection; null while it has not ruled.</summary>
    public bool? Upheld { get; init; }

    /// <summary>Why.</summary>
    public string? Ruling { get; init; }

    public DateTime? RuledAt { get; init; }

    /// <summary>Whether an objection waits to be ruled on.</summary>
    public bool ToRule => Objection is not null && Upheld is null;
}
