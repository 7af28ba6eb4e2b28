using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;

namespace Minqing.App.Supervision.Publicizing;

/// <summary>A year of drives, trainings and cases in the viewer's area, with its sums for the self-assessment; everybody else reads the cases that were sent to their own unit (S-09).</summary>
public sealed class ListPublicity(MinqingDb db)
{
    private const int Size = 50;
    private const int CasesAtMost = 5000;
    private const int WholeAtMost = 10_000;

    private static readonly Seen<Publicity> Seen = new(p => p.Path);

    /// <param name="search">Only what says this, or was done at a place that is called so; the sums are of all.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<PublicityPage>> RunAsync(Viewer viewer, int year, PublicityKind? kind, string? search, string? after, CancellationToken ct)
    {
        var rows = await RowsAsync(Saying(await ReadAsync(viewer, year, ct), search), kind, Cursor.Read(after), Size + 1, ct);
        return new PublicityPage([.. rows.Take(Size)], rows.Count > Size ? new Cursor(rows[Size - 1].RecordedAt, rows[Size - 1].Id).Text : null, await SumsAsync(viewer, year, ct), viewer.May(Permission.KeepPublicity));
    }

    /// <summary>All of a year that the viewer keeps and that the page's search finds, for the file.</summary>
    public async Task<Result<IReadOnlyList<PublicityRow>>> WholeAsync(Viewer viewer, int year, PublicityKind? kind, string? search, CancellationToken ct) =>
        viewer.May(Permission.KeepPublicity) ? Result(await RowsAsync(Saying(Kept(viewer, year), search), kind, null, WholeAtMost, ct)) : new NotForYou(Permission.KeepPublicity);

    private IQueryable<Publicity> Saying(IQueryable<Publicity> all, string? search) => search?.Trim() is { Length: > 0 } sought
        ? all.Where(p => db.Texts.Any(t => (t.Id == p.Title || t.Id == p.Words) && t.Words!.Contains(sought)) || db.Regions.Any(r => r.Id == p.Region && r.Name.Contains(sought)))
        : all;

    private static Result<IReadOnlyList<PublicityRow>> Result(List<PublicityRow> rows) => rows;

    private IQueryable<Publicity> Kept(Viewer viewer, int year) =>
        db.Publicity.AsNoTracking().Where(p => p.Year == year && p.TakenBackAt == null).Within(viewer.Scope(Permission.KeepPublicity), Seen);

    private async Task<IQueryable<Publicity>> ReadAsync(Viewer viewer, int year, CancellationToken ct)
    {
        if (viewer.May(Permission.KeepPublicity))
        {
            return Kept(viewer, year);
        }

        // The list of units is text in the row: a year's cases are few enough to look into.
        var units = viewer.Posts.Select(p => p.Unit.Value).Distinct().ToList();
        var cases = await db.Publicity.AsNoTracking().Where(p => p.Kind == PublicityKind.TypicalCase && p.Year == year && p.TakenBackAt == null).OrderByDescending(p => p.RecordedAt).Take(CasesAtMost).Select(p => new { p.Id, p.Units }).ToListAsync(ct);
        var mine = cases.Where(c => c.Units.Any(units.Contains)).Select(c => c.Id).ToList();
        return db.Publicity.AsNoTracking().Where(p => mine.Contains(p.Id));
    }

    private async Task<List<PublicityRow>> RowsAsync(IQueryable<Publicity> all, PublicityKind? kind, Cursor? after, int most, CancellationToken ct)
    {
        var behind = after is { At: var at } && new PublicityId(after.Id) is var last ? all.Where(p => p.RecordedAt <= at && (p.RecordedAt < at || p.Id < last)) : all;
        var rows = await behind.Where(p => kind == null || p.Kind == kind).OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id).Take(most)
            .Select(p => new
            {
                p.Id,
                p.Kind,
                p.Day,
                p.People,
                p.Codes,
                p.Messages,
                p.Units,
                p.Villages,
                p.RecordedAt,
                Title = db.Texts.Where(t => t.Id == p.Title).Select(t => t.Words).FirstOrDefault(),
                Words = db.Texts.Where(t => t.Id == p.Words).Select(t => t.Words).FirstOrDefault(),
                Place = db.Regions.Where(r => r.Id == p.Region).Select(r => r.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        var ids = rows.SelectMany(r => r.Units).Distinct().Select(u => new UnitId(u)).ToList();
        var names = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id.Value, u => u.Name, ct);
        var villages = rows.SelectMany(r => r.Villages).Distinct().Select(v => new RegionId(v)).ToList();
        var reached = await db.Regions.AsNoTracking().Where(r => villages.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        return [.. rows.Select(r => new PublicityRow(r.Id.Value, r.Kind, r.Day, r.Title, r.Words, r.Place, r.People, r.Codes, r.Messages, [.. r.Units.Select(u => names.GetValueOrDefault(u, ""))], [.. r.Villages.Select(v => reached.GetValueOrDefault(new(v), ""))], r.RecordedAt))];
    }

    private async Task<IReadOnlyList<PublicitySum>> SumsAsync(Viewer viewer, int year, CancellationToken ct)
    {
        var sums = await Kept(viewer, year).GroupBy(p => p.Kind)
            .Select(g => new { g.Key, Count = g.Count(), People = g.Sum(p => p.People), Codes = g.Sum(p => p.Codes), Messages = g.Sum(p => p.Messages) }).ToListAsync(ct);
        return [.. sums.OrderBy(s => s.Key).Select(s => new PublicitySum(s.Key, s.Count, s.People, s.Codes, s.Messages))];
    }
}

/// <summary>A drive, a training or a case in a list.</summary>
/// <param name="Villages">Those that a drive reached.</param>
public sealed record PublicityRow(
    Guid Id, PublicityKind Kind, DateOnly Day, string? Title, string? Words, string? Place, int People, int Codes, int Messages, IReadOnlyList<string> Units, IReadOnlyList<string> Villages, DateTime RecordedAt);

/// <summary>The sum of one kind in a year.</summary>
public sealed record PublicitySum(PublicityKind Kind, int Count, int People, int Codes, int Messages);

/// <summary>A page, where the next begins, the year's sums, and whether the viewer keeps the record.</summary>
public sealed record PublicityPage(IReadOnlyList<PublicityRow> Rows, string? Next, IReadOnlyList<PublicitySum> Sums, bool Keeps);
