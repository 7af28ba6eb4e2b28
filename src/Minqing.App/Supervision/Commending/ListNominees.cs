using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.People;
using Minqing.Storage.Regions;

namespace Minqing.App.Supervision.Commending;

/// <summary>The units of the viewer's area that were put forward for a year, the newest first. One that a veto struck since says so (S-08).</summary>
public sealed class ListNominees(MinqingDb db, RuleBook rules, ListBarred barred)
{
    private const int PageSize = 50;
    private const int WholeAtMost = 10_000;
    private const int ChoicesAtMost = 12;

    private static readonly Seen<Commendation> Seen = new(c => c.Path, (c, unit) => c.Unit == unit);

    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<Result<NomineeList>> RunAsync(Viewer viewer, int year, string? after, CancellationToken ct)
    {
        if (viewer.Scope(Permission.SeeLeaderView) is { IsEmpty: true })
        {
            return new NotForYou(Permission.SeeLeaderView);
        }

        var rows = await RowsAsync(viewer, year, after, PageSize + 1, ct);
        return new NomineeList([.. rows.Take(PageSize)], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].NominatedAt, rows[PageSize - 1].Id).Text : null, Nominates(viewer));
    }

    /// <summary>All of a year, for the file.</summary>
    public async Task<Result<IReadOnlyList<Nominee>>> WholeAsync(Viewer viewer, int year, CancellationToken ct) =>
        viewer.Scope(Permission.SeeLeaderView) is { IsEmpty: true } ? new NotForYou(Permission.SeeLeaderView) : (Result<IReadOnlyList<Nominee>>)await RowsAsync(viewer, year, null, WholeAtMost, ct);

    /// <summary>The first units that can be put forward, by a part of the name; with what bars one.</summary>
    public async Task<IReadOnlyList<UnitChoice>> ChoicesAsync(Viewer viewer, int year, string? name, CancellationToken ct)
    {
        if (Writing.Line(name) is not { } said || viewer.Posts.FirstOrDefault(p => rules.For(p.Path).Profile.CommendedBy.Contains(p.Role)) is not { } post)
        {
            return [];
        }

        var veto = await barred.RunAsync(year, ct);
        var found = await db.Units.AsNoTracking().Where(u => u.Until == null && u.Name.Contains(said))
            .Join(db.Regions.AsNoTracking().Under(new RegionPath(post.Path)), u => u.RegionId, r => r.Id, (u, r) => new { u.Id, u.Name, r.Path, Place = db.Regions.Where(p => p.Id == r.ParentId).Select(p => p.Name).FirstOrDefault() ?? r.Name })
            .OrderBy(u => u.Path).ThenBy(u => u.Name).Take(ChoicesAtMost).ToListAsync(ct);
        return [.. found.Select(u => new UnitChoice(u.Id.Value, u.Name, u.Place, veto.GetValueOrDefault(u.Id)))];
    }

    private bool Nominates(Viewer viewer) => viewer.Posts.Any(p => rules.For(p.Path).Profile.CommendedBy.Contains(p.Role));

    private async Task<List<Nominee>> RowsAsync(Viewer viewer, int year, string? after, int most, CancellationToken ct)
    {
        var veto = await barred.RunAsync(year, ct);
        var some = db.Commendations.AsNoTracking().Within(viewer.Scope(Permission.SeeLeaderView), Seen).Where(c => c.Year == year && c.TakenBackAt == null);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new CommendationId(behind) is var last)
        {
            some = some.Where(c => c.NominatedAt <= at && (c.NominatedAt < at || c.Id < last));
        }

        var rows = await some.OrderByDescending(c => c.NominatedAt).ThenByDescending(c => c.Id).Take(most)
            .Select(c => new
            {
                c.Id,
                c.Unit,
                c.NominatedAt,
                Name = db.Units.Where(u => u.Id == c.Unit).Select(u => u.Name).First(),
                Place = db.Regions.Where(r => r.Id == c.Region).Select(r => db.Regions.Where(p => p.Id == r.ParentId).Select(p => p.Name).FirstOrDefault() ?? r.Name).FirstOrDefault(),
                Words = db.Texts.Where(t => t.Id == c.Words).Select(t => t.Words).FirstOrDefault(),
                By = db.Persons.Where(p => p.Id == c.NominatedBy).Select(p => p.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new Nominee(r.Id.Value, r.Unit.Value, r.Name, r.Place, r.Words, r.NominatedAt, r.By, veto.GetValueOrDefault(r.Unit)))];
    }
}

/// <summary>A page, where the next begins, and whether the viewer puts units forward.</summary>
public sealed record NomineeList(IReadOnlyList<Nominee> Rows, string? Next, bool Nominates);

/// <summary>A unit that was put forward.</summary>
/// <param name="Barred">What bars it since; null when nothing does.</param>
public sealed record Nominee(Guid Id, Guid Unit, string Name, string? Place, string? Words, DateTime NominatedAt, string? By, Barred? Barred);

/// <summary>A unit that can be put forward, unless something bars it.</summary>
public sealed record UnitChoice(Guid Unit, string Name, string Place, Barred? Barred);
