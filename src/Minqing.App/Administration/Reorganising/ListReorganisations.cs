using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Administration.Reorganising;

/// <summary>The changes of regions and units in the viewer's area, the newest first, a page at a time; also those of something that was called so once.</summary>
public sealed class ListReorganisations(MinqingDb db, TimeProvider clock)
{
    private const int Size = 50;

    private static readonly Seen<At> Seen = new(x => x.Region.Path, (_, _) => false);

    /// <param name="words">A part of the old or of the new name.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<ReorganisationPage>> RunAsync(Viewer viewer, string? words, Guid? after, CancellationToken ct)
    {
        var scope = viewer.Scope(Permission.ManageRegions);
        if (scope.IsEmpty)
            return new NotForYou(Permission.ManageRegions);

        var (text, today) = (string.IsNullOrWhiteSpace(words) ? null : words.Trim(), LocalTime.DayOf(clock.Now()));
        var (all, before) = (after is null, new ReorganisationId(after ?? Guid.Empty));
        var rows = await db.Reorganisations.AsNoTracking()
            .Where(r => (all || r.Id < before) && (text == null || r.OldName.Contains(text) || r.NewName.Contains(text)))
            .Join(db.Regions, r => r.Region, g => g.Id, (r, g) => new At { It = r, Region = g })
            .Within(scope, Seen)
            .OrderByDescending(x => x.It.Id).Take(Size + 1)
            .Select(x => new ReorganisationRow(
                x.It.Id.Value, x.It.Kind, x.It.State, x.It.Day, x.It.OldName, x.It.NewName, x.Region.Code, db.Regions.Where(g => g.Id == x.It.Successor).Select(g => g.Code).FirstOrDefault(),
                db.Texts.Where(t => t.Id == x.It.Words).Select(t => t.Words).FirstOrDefault(), x.It.PlannedAt, db.Persons.Where(p => p.Id == x.It.PlannedBy).Select(p => p.Name).FirstOrDefault(),
                x.It.DoneAt, x.It.Appeals, x.It.Codes, x.It.Posts, x.It.Units))
            .ToListAsync(ct);
        return new ReorganisationPage([.. rows.Take(Size).Select(r => r with { Late = r.State == ReorganisationState.Planned && r.Day <= today })], rows.Count > Size ? rows[Size - 1].Id : null);
    }

    private sealed class At
    {
        public required Reorganisation It { get; init; }

        public required Region Region { get; init; }
    }
}

/// <summary>A change in a list, with what went along once it was carried out.</summary>
public sealed record ReorganisationRow(
    Guid Id, ReorganisationKind Kind, ReorganisationState State, DateOnly Day, string OldName, string NewName, string RegionCode, string? SuccessorCode, string? Reason, DateTime PlannedAt, string? PlannedBy,
    DateTime? DoneAt, int Appeals, int Codes, int Posts, int Units)
{
    /// <summary>Its day has come, and it could not be carried out.</summary>
    public bool Late { get; init; }
}

/// <summary>A page of changes, and where the next begins.</summary>
public sealed record ReorganisationPage(IReadOnlyList<ReorganisationRow> Rows, Guid? Next);
