using Microsoft.EntityFrameworkCore;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Storage;

namespace Minqing.App.Appeals.Filters;

/// <summary>Takes away a filter that one keeps; a unit that had it has it no more.</summary>
public sealed class RemoveFilter(MinqingDb db)
{
    public async Task<Result<Done>> RunAsync(Viewer viewer, Guid id, CancellationToken ct) =>
        await db.SavedFilters.Where(f => f.Id == id && f.Owner == viewer.Person).ExecuteDeleteAsync(ct) > 0 ? new Done() : new NoSuchFilter();
}
