using Microsoft.EntityFrameworkCore;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Storage;
using Minqing.Storage.Kernel;

namespace Minqing.App.Notices;

/// <summary>Of what held a secret, nobody who was told of it reads the place any more, nor does an SMS that still waits (I-31).</summary>
public sealed class ForgetPurged(MinqingDb db) : ISubscriber
{
    // What speaks of a list or a docket says its name where others say the place.
    private static readonly NoticeKind[] OfLists =
    [
        NoticeKind.WeeklyRound, NoticeKind.ListToConfirm, NoticeKind.ListNotConfirmed, NoticeKind.ListRuled, NoticeKind.ListObjected, NoticeKind.TypicalCase, NoticeKind.ProjectProposed,
        NoticeKind.DocketTask, NoticeKind.DocketOwned, NoticeKind.DocketAnswered, NoticeKind.DocketNear, NoticeKind.DocketLate, NoticeKind.DocketSubmitted, NoticeKind.DocketEnded,
    ];

    public Task HearAsync(Entry entry, CancellationToken ct) => db.WipedAsync(async () =>
    {
        var (appeal, called) = (new AppealId(entry.Subject.Id), entry.Step.Facts.OfType<AppealPurged>().Single().Called);
        return await db.Notices.Where(n => n.Appeal == appeal && !OfLists.Contains(n.Kind)).ExecuteUpdateAsync(set => set.SetProperty(n => n.Address, called), ct);
    }, ct);
}
