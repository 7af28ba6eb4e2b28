using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Outbox;

namespace Minqing.App.Notices;

/// <summary>Tells reporters who left a number what happened to their report (I-13). The number itself stays in the vault until the SMS goes out.</summary>
public sealed class TellReporter(MinqingDb db, Leases leases, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        if (entry.Step.Facts.Select(NewsOf).FirstOrDefault(n => n is not null) is not { } news)
        {
            return;
        }

        var (own, appeal) = (new ReportId(entry.Subject.Id), new AppealId(entry.Subject.Id));
        var reports = await db.Reports.AsNoTracking()
            .Where(r => r.HasPhone && r.WithdrawnAt == null)
            .Where(r => entry.Subject.Kind == SubjectKind.Report
                ? r.Id == own
                : db.ReportAppeals.Any(l => l.Report == r.Id && l.Appeal == appeal))
            .Select(r => r.Id).ToListAsync(ct);
        if (entry.Step.Facts.OfType<ReportersAskedByLink>().FirstOrDefault() is { } asking)
        {
            reports.RemoveAll(r => !asking.Asked.Contains(r));
        }

        foreach (var report in reports)
        {
            var id = DerivedId.Of($"reporter {news}", entry.Id, report.Value);
            if (!await db.Outbox.AnyAsync(m => m.Id == id, ct))
            {
                db.Outbox.Add(new OutboxMessage { Id = id, Kind = DeliverReporterSms.Kind, Payload = DeliverReporterSms.Of(news, report, entry.Subject.Kind == SubjectKind.Appeal ? appeal : null), CreatedAt = clock.Now(), DueAt = leases.Now });
            }
        }
    }

    private static ReporterNews? NewsOf(DomainEvent fact) => fact switch
    {
        ReportReceived => ReporterNews.Receipt,
        ReporterMessaged => ReporterNews.Message,
        ResultAccepted => ReporterNews.Closed,
        RoundBegun { No: > 1 } => ReporterNews.Again,
        AppealDeclined { Route: not SpecialRoute.StatutoryRoute } or InvalidConfirmed => ReporterNews.NotTaken,
        AppealDeclined or AppealReferred => ReporterNews.Referred,
        ExtensionDecided { Granted: true } or AppealSuspended => ReporterNews.Later,
        ReportSplit => ReporterNews.Split,
        ReportersAskedByLink or FollowedUp { ByLink: true, Outcome: CallOutcome.NoAnswer, Finished: false } => ReporterNews.Asked,
        _ => null,
    };
}
