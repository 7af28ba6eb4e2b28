using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage;

namespace Minqing.App.Notices;

/// <summary>What a person was told lately, newest first.</summary>
public sealed class ListNotices(MinqingDb db, NoticeTexts texts, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<Result<NoticeList>> RunAsync(Viewer viewer, CancellationToken ct)
    {
        var now = clock.Now();
        var mine = db.Notices.AsNoTracking().Where(n => n.Person == viewer.Person);
        var newest = await mine.OrderByDescending(n => n.CreatedAt).Take(Most).ToListAsync(ct);
        var hidden = await HiddenAsync(viewer, [.. newest.Select(n => n.Appeal).Distinct()], ct);
        newest.RemoveAll(n => hidden.Contains(n.Appeal));
        return new NoticeList(await mine.CountAsync(n => n.ReadAt == null && !hidden.Contains(n.Appeal), ct), [.. newest.Select(n => new NoticeRow(n.Id, n.Appeal, n.Kind, texts.Line(n, now), n.CreatedAt, n.ReadAt is not null))]);
    }

    // What was told before it was kept to few, or before it was known whom it is about.
    private async Task<List<AppealId>> HiddenAsync(Viewer viewer, List<AppealId> told, CancellationToken ct) =>
        [.. (await db.Appeals.AsNoTracking().Where(a => told.Contains(a.Id) && (a.Sensitive || a.Targets.Any())).ToListAsync(ct)).Where(a => !viewer.Sees(a)).Select(a => a.Id)];
}

/// <summary>The newest notices, and how many are unread in all.</summary>
public sealed record NoticeList(int Unread, IReadOnlyList<NoticeRow> Newest);

/// <summary>One line of the list.</summary>
public sealed record NoticeRow(Guid Id, AppealId Appeal, NoticeKind Kind, string Text, DateTime At, bool Read);
