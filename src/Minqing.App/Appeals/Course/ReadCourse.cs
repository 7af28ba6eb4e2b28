using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Splitting;
using Minqing.App.Kernel;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Appeals.Course;

/// <summary>What became of a report, for the one who made it: number and query code open it (I-14).</summary>
public sealed class ReadCourse(MinqingDb db, ReporterEntry entry, RuleBook rules, ReportParts reportParts, Chronicle chronicle, TimeProvider clock)
{
    public Task<Result<CourseView>> RunAsync(string? number, string? code, CancellationToken ct) => RunAsync(number, code, null, ct);

    /// <param name="part">Which part of it, by its number; null for the first.</param>
    public async Task<Result<CourseView>> RunAsync(string? number, string? code, int? part, CancellationToken ct)
    {
        var let = await entry.RunAsync(number, code, ct);
        if (let.Problem is { } no)
        {
            return no;
        }

        var id = let.Value;
        var parts = await reportParts.OfAsync(id, ct);
        if ((part is { } no1 ? parts.FirstOrDefault(p => p.No == no1) : parts[0]) is not { } shown)
        {
            return new NoSuchPart();
        }

        var others = parts.Count == 1 ? [] : await LoadAsync(parts.Where(p => p != shown), ct);
        var it = (await AppealCase.LoadAsync(db, shown.Appeal, ct))!;
        var report = it.Reports.First(r => r.Id == id);
        var (appeal, rule) = (it.Appeal, rules.For(it.Appeal.Path));
        var story = PartStory.Of(await chronicle.ReadAsync([.. shown.Went.Select(a => new Subject(SubjectKind.Appeal, a.Value)), report.Subject, new(SubjectKind.Vault, report.Id.Value)], ct), [parts], appeal.Id);
        var leads = others.Append((shown, it)).Select(p => p.Item2.Appeal.Lead).OfType<UnitId>().Distinct().ToList();
        var names = await db.Units.AsNoTracking().Where(u => leads.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        string? Lead(Appeal of) => of.Lead is { } unit ? names.GetValueOrDefault(unit) : null;
        var said = parts.Count == 1 || appeal.Id != shown.Went[0] ? report.Words : appeal.Words;
        var words = await db.Texts.AsNoTracking().Where(t => t.Id == said).Select(t => t.Words).FirstOrDefaultAsync(ct);
        var hand = Hand.OfReporter(clock.Now());
        return new CourseView(
            report, appeal, Lead(appeal), words, story,
            report.WithdrawnAt is null && report.ErasedAt is null ? rule.Workflow.Open(appeal.Stage, hand, appeal.StandingWith(report)) : [],
            [.. it.Reports.Where(r => r.Id == report.Id).SelectMany(r => r.Clocks).Concat(appeal.Clocks).Where(c => c.Runs).OrderBy(c => c.DueAt)],
            rule.Profile.CategoryOf(appeal.Category).Name,
            TwoTimes.Of(appeal, report, rule.Timetable, hand.At))
        {
            Part = shown.No,
            Parts = [.. others.Append((shown, it)).OrderBy(p => p.Item1.No).Select(p => new CoursePart(p.Item1.No, p.Item2.Appeal, Lead(p.Item2.Appeal), rules.For(p.Item2.Appeal.Path).Profile.CategoryOf(p.Item2.Appeal.Category).Name))],
        };
    }

    private async Task<IReadOnlyList<(ReportPart, AppealCase)>> LoadAsync(IEnumerable<ReportPart> parts, CancellationToken ct)
    {
        var loaded = new List<(ReportPart, AppealCase)>();
        foreach (var part in parts)
        {
            loaded.Add((part, (await AppealCase.LoadAsync(db, part.Appeal, ct))!));
        }

        return loaded;
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
    TwoTimes Times)
{
    /// <summary>The number of the part that is shown.</summary>
    public int Part { get; init; } = 1;

    /// <summary>All parts; one where the report tells of one matter.</summary>
    public IReadOnlyList<CoursePart> Parts { get; init; } = [];
}

/// <summary>One matter of a report as it stands.</summary>
/// <param name="Lead">The unit that has it now.</param>
public sealed record CoursePart(int No, Appeal Appeal, string? Lead, string Category);
