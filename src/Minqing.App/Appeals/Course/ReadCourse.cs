using Microsoft.EntityFrameworkCore;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Course;

/// <summary>What became of a report, for the one who made it: number and query code open it (I-14).</summary>
public sealed class ReadCourse(MinqingDb db, ReporterEntry entry, RuleBook rules, Chronicle chronicle, TimeProvider clock)
{
    public async Task<Result<CourseView>> RunAsync(string? number, string? code, CancellationToken ct)
    {
        var let = await entry.RunAsync(number, code, ct);
        if (let.Problem is { } no)
        {
            return no;
        }

        var id = let.Value;
        var appealId = await db.Reports.AsNoTracking().Where(r => r.Id == id).Select(r => r.Worked).FirstAsync(ct);
        var it = (await AppealCase.LoadAsync(db, appealId, ct))!;
        var report = it.Reports.First(r => r.Id == id);
        var (appeal, rule) = (it.Appeal, rules.For(it.Appeal.Path));
        var other = appeal.Id == report.Appeal ? Array.Empty<Subject>() : [new(SubjectKind.Appeal, report.Appeal.Value)];
        var story = await chronicle.ReadAsync([appeal.Subject, .. other, report.Subject, new(SubjectKind.Vault, report.Id.Value)], ct);
        var lead = appeal.Lead is { } unit ? await db.Units.AsNoTracking().Where(u => u.Id == unit).Select(u => u.Name).FirstOrDefaultAsync(ct) : null;
        var words = await db.Texts.AsNoTracking().Where(t => t.Id == report.Words).Select(t => t.Words).FirstOrDefaultAsync(ct);
        var hand = Hand.OfReporter(clock.Now());
        return new CourseView(
            report, appeal, lead, words, story,
            report.WithdrawnAt is null && report.ErasedAt is null ? rule.Workflow.Open(appeal.Stage, hand, appeal.StandingWith(report)) : [],
            [.. it.Reports.Where(r => r.Id == report.Id).SelectMany(r => r.Clocks).Concat(appeal.Clocks).Where(c => c.Runs).OrderBy(c => c.DueAt)],
            rule.Profile.CategoryOf(appeal.Category).Name,
            TwoTimes.Of(appeal, report, rule.Timetable, hand.At));
    }
}

/// <summary>A report's course as it stands.</summary>
/// <param name="Lead">The unit that has it now.</param>
/// <param name="Open">What the reporter can do now.</param>
/// <param name="Running">The clocks that run, the nearest first.</param>
public sealed record CourseView(
    Report Report,
    Appeal Appeal,
    string? Lead,
    string? Words,
    IReadOnlyList<ChronicleEntry> Story,
    IReadOnlyList<Step> Open,
    IReadOnlyList<Clock> Running,
    string Category,
    TwoTimes Times);
