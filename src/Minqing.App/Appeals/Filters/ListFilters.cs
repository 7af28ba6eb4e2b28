using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Filters;

/// <summary>The filters that a viewer keeps, and those that others gave to a unit of theirs.</summary>
public sealed class ListFilters(MinqingDb db)
{
    private const int SharedAtMost = 30;

    /// <param name="list">Those of one list; null for all.</param>
    public async Task<IReadOnlyList<SavedFilterRow>> RunAsync(Viewer viewer, FilteredList? list, CancellationToken ct)
    {
        var units = viewer.Posts.SelectMany(p => p.Units).Select(u => (UnitId?)u).Distinct().ToList();
        var filters = list is { } only ? db.SavedFilters.AsNoTracking().Where(f => f.List == only) : db.SavedFilters.AsNoTracking();
        var own = await filters.Where(f => f.Owner == viewer.Person).OrderBy(f => f.Name).Take(SavedFilter.AtMost).ToListAsync(ct);
        var shared = await filters.Where(f => f.Owner != viewer.Person && f.Unit != null && units.Contains(f.Unit)).OrderBy(f => f.Name).Take(SharedAtMost).ToListAsync(ct);
        return [.. own.Select(f => SavedFilterRow.Of(f, own: true)), .. shared.Select(f => SavedFilterRow.Of(f, own: false))];
    }
}
