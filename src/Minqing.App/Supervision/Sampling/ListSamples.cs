using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Lists;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Sampling;

/// <summary>What was drawn in the viewer's area and waits to be looked at, the oldest first.</summary>
public sealed class ListSamples(MinqingDb db, Profile profile)
{
    private const int PageSize = 50;

    public Task<SampleList> RunAsync(Viewer viewer, string? after, CancellationToken ct) => RunAsync(viewer, null, after, ct);

    /// <param name="search">Only what says this, or lies there, or has this number.</param>
    /// <param name="after">The cursor that the page before gave.</param>
    public async Task<SampleList> RunAsync(Viewer viewer, string? search, string? after, CancellationToken ct)
    {
        var waiting = db.SampledAppeals.AsNoTracking().Where(s => s.State == SampleState.Waiting);
        if (Cursor.Read(after) is { At: var at, Id: var behind } && new AppealId(behind) is var last)
        {
            waiting = waiting.Where(s => s.DrawnAt >= at && (s.DrawnAt > at || s.Appeal > last));
        }

        var sought = Search.Of(search);
        var rows = await (
            from s in waiting
            join a in db.Within(viewer, Permission.SeeSamples).Saying(db, sought) on s.Appeal equals a.Id
            orderby s.DrawnAt, s.Appeal
            select new SampleRow(a.Id, s.Round, s.DrawnAt, a.Address, db.Texts.Where(t => t.Id == a.Words).Select(t => t.Words).FirstOrDefault(), a.Outcome, db.Units.Where(u => u.Id == a.Lead).Select(u => u.Name).FirstOrDefault()))
            .Take(PageSize + 1).ToListAsync(ct);
        return new([.. rows.Take(PageSize).Select(r => r with { Words = PersonalData.Masked(r.Words) }).Where(r => sought is null || sought.IsShown(r.Words, r.Address))], rows.Count > PageSize ? new Cursor(rows[PageSize - 1].DrawnAt, rows[PageSize - 1].Appeal.Value).Text : null, profile.Sample.Percent);
    }
}

/// <summary>One drawn appeal.</summary>
public sealed record SampleRow(AppealId Appeal, int Round, DateTime DrawnAt, string Address, string? Words, Outcome? Outcome, string? Lead);

/// <summary>A page of what was drawn, where the next begins, and how many of a hundred are drawn.</summary>
public sealed record SampleList(IReadOnlyList<SampleRow> Rows, string? Next, int Percent);
