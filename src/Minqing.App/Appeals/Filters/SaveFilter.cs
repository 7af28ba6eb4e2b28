using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Storage;

namespace Minqing.App.Appeals.Filters;

/// <summary>Keeps a filter under a name. The same name again asks anew; whoever leads or coordinates may give it to their unit.</summary>
public sealed class SaveFilter(MinqingDb db, TimeProvider clock)
{
    /// <summary>The permission to give a filter to one's unit.</summary>
    public const Permission ToShare = Permission.SeeLeaderView;

    /// <param name="query">As it stands in the list's address; the leaf that is shown is no part of it.</param>
    public async Task<Result<SavedFilterRow>> RunAsync(Viewer viewer, FilteredList list, string? name, string? query, bool shared, CancellationToken ct)
    {
        if (name?.Trim() is not { Length: > 0 and <= SavedFilter.NameAtMost } called)
            return new FilterNameUnfit(SavedFilter.NameAtMost);
        if (Asked(query) is not { Length: > 0 and <= SavedFilter.QueryAtMost } asked)
            return new NothingToSave();
        var unit = shared ? viewer.Posts.FirstOrDefault(p => p.Reaches(ToShare).Any())?.Unit : null;
        if (shared && unit is null)
            return new NotForYou(ToShare);

        var own = db.SavedFilters.Where(f => f.Owner == viewer.Person);
        var kept = await own.FirstOrDefaultAsync(f => f.List == list && f.Name == called, ct);
        if (kept is null && await own.CountAsync(ct) >= SavedFilter.AtMost)
            return new TooManyFilters(SavedFilter.AtMost);

        kept ??= db.SavedFilters.Add(new(Guid.CreateVersion7(), viewer.Person, list, called, clock.Now())).Entity;
        kept.Ask(asked, unit, clock.Now());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Dialect.IsDuplicateKey(failure))
        {
            return new FilterNameUnfit(SavedFilter.NameAtMost); // sent twice at once: the first has it
        }

        return SavedFilterRow.Of(kept, own: true);
    }

    private static string? Asked(string? query)
    {
        var parts = query?.Trim().TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => p.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < p.Length - 1 && p[..at] is not ("after" or "at" or "handler" or "p" or "page-no"));
        return parts is null ? null : string.Join('&', parts);
    }
}

/// <summary>A kept filter, as a list shows it.</summary>
/// <param name="Own">Whether the viewer keeps it, and may take it away.</param>
/// <param name="Shared">Whether a unit has it.</param>
public sealed record SavedFilterRow(Guid Id, FilteredList List, string Name, string Query, bool Own, bool Shared)
{
    internal static SavedFilterRow Of(SavedFilter f, bool own) => new(f.Id, f.List, f.Name, f.Query, own, f.Unit is not null);
}

/// <summary>A filter needs a name of a bounded length.</summary>
public sealed record FilterNameUnfit(int AtMost) : NotValid("name");

/// <summary>The list is not filtered.</summary>
public sealed record NothingToSave() : NotValid("query");

/// <summary>One keeps as many as one may.</summary>
public sealed record TooManyFilters(int AtMost) : NotPossible;

/// <summary>There is no such filter of one's own.</summary>
public sealed record NoSuchFilter : NotFound;
