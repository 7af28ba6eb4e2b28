using Microsoft.EntityFrameworkCore;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Running;

/// <summary>How the subjects of clocks are loaded, many of one kind at once, with all that their waking may change. A kind whose clocks run has a line here.</summary>
internal static class AggregateLoaders
{
    private static readonly Dictionary<SubjectKind, Func<MinqingDb, List<Guid>, CancellationToken, Task<List<Aggregate>>>> Loaders = new()
    {
        [SubjectKind.Report] = ReportsAsync,
        [SubjectKind.Appeal] = AppealsAsync,
        [SubjectKind.Instruction] = InstructionsAsync,
        [SubjectKind.Docket] = DocketsAsync,
        [SubjectKind.Reconciliation] = ReconciliationsAsync,
    };

    /// <summary>The subjects that are there, with their clocks. The version is read before the clocks: whoever changes them in between makes our save fail.</summary>
    public static async Task<IReadOnlyList<Aggregate>> LoadAsync(MinqingDb db, IReadOnlyCollection<Subject> subjects, CancellationToken ct)
    {
        var loaded = new List<Aggregate>();
        foreach (var kind in subjects.GroupBy(s => s.Kind, s => s.Id))
        {
            loaded.AddRange(await Loaders[kind.Key](db, [.. kind], ct));
        }

        var ids = subjects.Select(s => s.Id).ToList();
        var clocks = (await db.Clocks.Where(c => ids.Contains(c.SubjectId)).ToListAsync(ct)).ToLookup(c => c.SubjectId);
        foreach (var aggregate in loaded)
        {
            aggregate.Attach(clocks[aggregate.Subject.Id]);
        }

        return loaded;
    }

    private static async Task<List<Aggregate>> ReportsAsync(MinqingDb db, List<Guid> ids, CancellationToken ct)
    {
        var keys = ids.ConvertAll(id => new ReportId(id));
        var reports = await db.Reports.AsSplitQuery().Where(r => keys.Contains(r.Id)).ToListAsync(ct);
        var turns = (await db.Turns.Where(t => ids.Contains(t.SubjectId)).ToListAsync(ct)).ToLookup(t => t.SubjectId);
        reports.ForEach(r => r.Attach(turns[r.Id.Value]));
        return [.. reports];
    }

    private static async Task<List<Aggregate>> DocketsAsync(MinqingDb db, List<Guid> ids, CancellationToken ct)
    {
        var keys = ids.ConvertAll(id => new DocketId(id));
        return [.. await db.Dockets.AsSplitQuery().Where(d => keys.Contains(d.Id)).ToListAsync(ct)];
    }

    private static async Task<List<Aggregate>> ReconciliationsAsync(MinqingDb db, List<Guid> ids, CancellationToken ct) =>
        [.. await db.Reconciliations.AsSplitQuery().Where(r => ids.Contains(r.Id)).ToListAsync(ct)];

    private static async Task<List<Aggregate>> AppealsAsync(MinqingDb db, List<Guid> ids, CancellationToken ct)
    {
        var keys = ids.ConvertAll(id => new AppealId(id));
        var appeals = await db.Appeals.AsSplitQuery().Where(a => keys.Contains(a.Id)).ToListAsync(ct);
        var turns = (await db.Turns.Where(t => ids.Contains(t.SubjectId)).ToListAsync(ct)).ToLookup(t => t.SubjectId);
        appeals.ForEach(a => a.Attach(turns[a.Id.Value]));
        return [.. appeals];
    }

    private static async Task<List<Aggregate>> InstructionsAsync(MinqingDb db, List<Guid> ids, CancellationToken ct)
    {
        var keys = ids.ConvertAll(id => new InstructionId(id));
        var instructions = await db.Instructions.Where(i => keys.Contains(i.Id)).ToListAsync(ct);
        var turns = (await db.Turns.Where(t => ids.Contains(t.SubjectId)).ToListAsync(ct)).ToLookup(t => t.SubjectId);
        instructions.ForEach(i => i.Attach(turns[i.Id.Value]));
        return [.. instructions];
    }
}
