using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Lists;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.Regions;

namespace Minqing.App.Appeals.Ledger;

/// <summary>The electronic ledger (电子台账): the appeals that the viewer sees, the newest first, as a filter asks (H-32).</summary>
public sealed class ReadLedger(MinqingDb db, LedgerRows details, Profile profile)
{
    public const int PageSize = 50;

    /// <summary>How far a search goes that no index answers, before it says how far it got.</summary>
    public int LooksAtMost { get; init; } = 20_000;

    private const int UnitsAtMost = 20;

    public Task<Result<LedgerPage>> RunAsync(Viewer viewer, LedgerFilter filter, string? after, CancellationToken ct) => RunAsync(viewer, filter, LedgerCursor.Read(after), PageSize, ct);

    public Task<Result<LedgerPage>> RunAsync(Viewer viewer, LedgerFilter filter, LedgerCursor? after, int size, CancellationToken ct) => RunAsync(viewer, Permission.SeeAppeal, filter, after, size, ct);

    /// <param name="permission">How far it is read: as far as this reaches.</param>
    public async Task<Result<LedgerPage>> RunAsync(Viewer viewer, Permission permission, LedgerFilter filter, LedgerCursor? after, int size, CancellationToken ct)
    {
        var scope = viewer.Scope(permission);
        if (scope.IsEmpty)
        {
            return new NotForYou(permission);
        }

        var (found, end) = await FindAsync(viewer, scope, filter, await AreasAsync(filter, ct), after, size, ct);
        var search = Search.Of(filter.Words);
        var rows = await details.OfAsync(viewer, [.. found.Take(size).Select(f => f.Appeal)], ct);
        return new LedgerPage([.. rows.Where(r => search is null || search.IsShown(r.Words, r.Address))], found.Count > size ? found[size - 1] : end, found.Count > size ? null : end?.At);
    }

    // A code of then, as an old filter has it, leads to today's area; with it goes what had ended where that lay before.
    private async Task<IReadOnlyList<RegionPath?>> AreasAsync(LedgerFilter filter, CancellationToken ct) =>
        filter.Region is { } code ? [.. (await db.AreasAsync(code, ct)).Select(a => (RegionPath?)a)] : [null];

    // Every reach by its own index; then together. Behind the nearest end of a bounded search nothing is told yet.
    private async Task<(IReadOnlyList<LedgerCursor> Found, LedgerCursor? End)> FindAsync(Viewer viewer, Scope scope, LedgerFilter filter, IReadOnlyList<RegionPath?> areas, LedgerCursor? after, int size, CancellationToken ct)
    {
        var units = filter.Unit is { } name ? await db.Units.AsNoTracking().Where(u => u.Name.Contains(name)).OrderBy(u => u.Code).Take(UnitsAtMost).Select(u => u.Id).ToListAsync(ct) : [];
        var (found, end) = (new List<LedgerCursor>(), (LedgerCursor?)null);
        foreach (var (reach, area) in scope.Reaches.SelectMany(r => areas.Select(a => (r, a))))
        {
            if (db.Reached(reach, area, filter) is { } within)
            {
                foreach (var (part, walked) in within.AsNoTracking().InTime(filter, after).SeenBy(db, viewer, reach.Sensitive).WorkedBy(db, filter, units, LedgerQueries.IsWalked(reach, area, filter)))
                {
                    var (some, stopped) = await FindAsync(part, filter, walked, size, ct);
                    found.AddRange(some);
                    end = stopped is not null && (end is null || stopped > end) ? stopped : end;
                }
            }
        }

        return ([.. found.Where(f => end is null || f >= end).Distinct().OrderDescending().Take(size + 1)], end);
    }

    private async Task<(IReadOnlyList<LedgerCursor> Found, LedgerCursor? End)> FindAsync(IQueryable<Appeal> within, LedgerFilter filter, bool walked, int size, CancellationToken ct)
    {
        var bounded = filter.IsPicky && !filter.IsSelective;
        var looked = bounded ? within.NewestFirst(walked).Take(LooksAtMost) : within;
        var found = await Keys(looked.Matching(db, filter, filter.Category is { } code ? profile.Among(code) : []).NewestFirst(walked).Take(size + 1)).ToListAsync(ct);
        if (found.Count > size)
            return (found, found[^1]);

        return (found, bounded ? await Keys(within.NewestFirst(walked).Skip(LooksAtMost - 1).Take(1)).FirstOrDefaultAsync(ct) : null);
    }

    private static IQueryable<LedgerCursor> Keys(IQueryable<Appeal> appeals) => appeals.Select(a => new LedgerCursor(a.ReceivedAt, a.Id));
}
