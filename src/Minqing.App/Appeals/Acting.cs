using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals.Merging;
using Minqing.App.Appeals.Moving;
using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Storage;
using Minqing.Storage.Appeals;
using Minqing.Storage.Kernel;

namespace Minqing.App.Appeals;

/// <summary>The one way a step is taken: load what the actor may see, notice what changed meanwhile, let the domain decide, save; a lost race is run again.</summary>
public sealed class Acting(MinqingDb db, RuleBook rules, Chains chains, ReporterEntry entry, TakenUpAgain again, ReportParts parts, JoinedLimits joined, TimeProvider clock)
{
    private const int Tries = 15;

    /// <summary>A step of somebody with posts. <paramref name="report"/> names the report it is about where there are several.</summary>
    public Task<Result<StepDone>> AsStaffAsync(Viewer viewer, AppealId id, string? seen, Func<Deed, Problem?> act, CancellationToken ct, ReportId? report = null, Sending? sending = null) =>
        AsStaffAsync(viewer, id, seen, d => Task.FromResult(act(d)), ct, report, sending);

    /// <summary>The same for a step that has to fetch something, such as the photos that go with it.</summary>
    public Task<Result<StepDone>> AsStaffAsync(Viewer viewer, AppealId id, string? seen, Func<Deed, Task<Problem?>> act, CancellationToken ct, ReportId? report = null, Sending? sending = null) =>
        sending?.Problem is { } unusable
            ? Task.FromResult<Result<StepDone>>(unusable)
            : RunAsync(id, seen, viewer.HandAt(default), report, act, c => Visible(viewer, c), ct, sending);

    /// <summary>A step of the reporter, who shows number and query code. Sent twice it is taken once.</summary>
    /// <param name="part">Which part of it, by its number, where one was split off; null for the first.</param>
    public Task<Result<StepDone>> AsReporterAsync(string? number, string? code, Sending sending, Func<Deed, Problem?> act, int? part, CancellationToken ct) =>
        AsReporterAsync(number, code, sending, d => Task.FromResult(act(d)), part, ct);

    /// <summary>The same for a step that has to fetch something.</summary>
    public async Task<Result<StepDone>> AsReporterAsync(string? number, string? code, Sending sending, Func<Deed, Task<Problem?>> act, int? part, CancellationToken ct)
    {
        if (sending.Problem is { } unusable)
        {
            return unusable;
        }

        var let = await entry.RunAsync(number, code, ct);
        if (let.Problem is { } no)
        {
            return no;
        }

        var report = let.Value;
        var meant = part is null
            ? await db.Reports.AsNoTracking().Where(r => r.Id == report).Select(r => (AppealId?)r.Worked).FirstAsync(ct)
            : (await parts.FindAsync(report, part, ct))?.Appeal;
        if (meant is not { } appeal)
        {
            return new NoSuchPart();
        }

        return await RunAsync(appeal, null, Hand.OfReporter(default), report, act, _ => true, ct, sending);
    }

    private Task<Result<StepDone>> RunAsync(AppealId id, string? seen, Hand who, ReportId? about, Func<Deed, Task<Problem?>> act, Func<AppealCase, bool> visible, CancellationToken ct, Sending? sending = null) =>
        db.RacedAsync(() => OnceAsync(id, seen, who, about, act, visible, sending, ct), Tries);

    private async Task<Result<StepDone>> OnceAsync(AppealId id, string? seen, Hand who, ReportId? about, Func<Deed, Task<Problem?>> act, Func<AppealCase, bool> visible, Sending? sending, CancellationToken ct)
    {
        if (await AppealCase.LoadAsync(db, id, ct) is not { } it || !visible(it))
        {
            return new NoSuchAppeal();
        }

        var report = about is { } named ? it.Reports.FirstOrDefault(r => r.Id == named) : it.Main;
        if (report is null)
        {
            return new NoSuchReport();
        }

        if (await BeforeAsync(sending, report.Id, it, ct) is { } before)
        {
            return before;
        }

        if (await ChangedAsync(seen, it, who, ct) is { } changed)
        {
            return changed;
        }

        var (path, ended) = (await again.PathAsync(it.Appeal, ct), it.Appeal.Ended);
        var rule = rules.For(path);
        var deed = new Deed(it, report, rule, await (who with { At = clock.Now() }).TowardsAsync(it.Appeal, rule, db, ct), await chains.AtAsync(path, ct));
        if ((await act(deed) ?? TooMuch(it)) is { } problem)
        {
            // The same may have been sent twice, and the other have its photos by now.
            return await BeforeAsync(sending, report.Id, it, ct) ?? problem;
        }

        await joined.FollowAsync(it, ct);
        await again.BringAsync(it, ended, new(Actor.Platform, deed.Hand.At), ct);
        if (sending is { Known: true })
        {
            db.SubmissionKeys.Add(sending.As(report.Id, deed.Hand.At));
        }

        await db.SaveChangesAsync(ct);
        return new StepDone(id, it.Appeal.Stage, Seen.Of(it));
    }

    // What came of the same sending before; null when it is new.
    private async Task<Result<StepDone>?> BeforeAsync(Sending? sending, ReportId report, AppealCase it, CancellationToken ct)
    {
        if (sending is not { Known: true })
        {
            return null;
        }

        var key = sending.KeyOf(report);
        return await db.SubmissionKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Key == key, ct) is not { } known ? null
            : sending.Differs(known) is { } problem ? problem
            : new StepDone(it.Appeal.Id, it.Appeal.Stage, Seen.Of(it));
    }

    // What the platform itself does (a warning) does not hold anybody up; what people did is told, but not that a reporter was pressed: that is for those who supervise.
    private async Task<ChangedMeanwhile?> ChangedAsync(string? seen, AppealCase it, Hand who, CancellationToken ct)
    {
        if (Seen.Since(seen, it) is var count && count == 0)
        {
            return null;
        }

        var newest = await db.Journal.AsNoTracking().Of([it.Appeal.Subject, .. it.Reports.Select(r => r.Subject)]).OrderByDescending(j => j.At).ThenByDescending(j => j.Seq).Take(Math.Min(count, 50)).ToListAsync(ct);
        return newest.Select(j => Facts.Parse(j.Body)).FirstOrDefault(b => b.Actor.Client != Actor.Platform.Client && b.Actor.Person != who.Person && b.Step != Step.TellPressure.Name()) is { } other
            ? new ChangedMeanwhile(other.Actor.Role, other.Step, other.At)
            : null;
    }

    // Whatever the step: what it wrote down has a measure.
    private static TooLong? TooMuch(AppealCase it) =>
        it.Reports.Prepend<Aggregate>(it.Appeal).SelectMany(a => a.Taken).SelectMany(s => s.Texts).Any(t => t.Text.Length > Writing.AtMost) ? new("text", Writing.AtMost) : null;

    private static bool Visible(Viewer viewer, AppealCase it) => viewer.Sees(it.Appeal);
}
