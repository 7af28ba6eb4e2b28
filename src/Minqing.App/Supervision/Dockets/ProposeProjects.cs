using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Kernel;
using Minqing.App.Running;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Regions;
using Minqing.Domain.Supervision;
using Minqing.Storage;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Several reports of one kind under one region within the window propose a project of special governance (S-06). Merged ones count, because people do.</summary>
public sealed class ProposeProjects(MinqingDb db, RuleBook rules, CountKind count, TimeProvider clock) : ISubscriber
{
    public async Task HearAsync(Entry entry, CancellationToken ct)
    {
        // The first round comes with the report; a later one may bring back what a mass event had taken out.
        if (entry.Step.Facts.All(f => f is not (ReportReceived or AppealReclassified or AppealSplit or RoundBegun { No: > 1 })) || await AppealAsync(entry.Subject, ct) is not { } appeal)
        {
            return;
        }

        var (profile, now) = (rules.For(appeal.Path).Profile, clock.Now());
        var lineage = new RegionPath(appeal.Path).Lineage().Select(p => p.Value).ToList();
        if (await db.Regions.AsNoTracking().FirstOrDefaultAsync(r => lineage.Contains(r.Path) && r.Level == profile.Governance.At && r.ClosedOn == null, ct) is not { } region)
        {
            return;
        }

        var before = await db.Dockets.AsNoTracking().Where(d => d.Kind == DocketKind.Governance && d.Region == region.Id && d.Category == appeal.Category).Select(d => new { d.State, d.EndedAt }).ToListAsync(ct);
        if (before.Exists(b => b.State is not (DocketState.Ended or DocketState.Refused)))
        {
            return;
        }

        // What came before the last project's end was that project's matter.
        var since = before.Select(b => b.EndedAt ?? default).Append(now.AddDays(-profile.Governance.Days)).Max();
        var appeals = await count.AppealsAsync(region.Path, appeal.Category, since, ct);
        var reports = await count.RunAsync(region.Path, appeal.Category, since, ct);
        if (reports < profile.Governance.Reports)
        {
            return;
        }

        var title = Writing.Optional($"{region.Name} {profile.CategoryOf(appeal.Category).Name}")!;
        var id = new DocketId(DerivedId.Of($"governance {appeal.Category} {before.Count}", region.Id.Value));
        db.Dockets.Add(Docket.Open(
            id, new(DocketKind.Governance, DocketState.Proposed, title.Id, title.Id, region.Id, region.Path, appeal.Category, null, appeals, null, null, reports), [title], null, [], new(Actor.Platform, now)));
    }

    private async Task<Appeal?> AppealAsync(Subject subject, CancellationToken ct)
    {
        var id = subject.Kind == SubjectKind.Appeal ? new AppealId(subject.Id)
            : await db.Reports.AsNoTracking().Where(r => r.Id == new ReportId(subject.Id)).Select(r => (AppealId?)r.Worked).FirstOrDefaultAsync(ct);
        return id is { } known ? await db.Appeals.AsNoTracking().FirstOrDefaultAsync(a => a.Id == known, ct) : null;
    }
}
