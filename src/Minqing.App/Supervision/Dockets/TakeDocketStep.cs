using Microsoft.EntityFrameworkCore;
using Minqing.App.Appeals;
using Minqing.App.Appeals.Moving;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;
using Minqing.Storage;
using Minqing.Storage.Appeals;

namespace Minqing.App.Supervision.Dockets;

/// <summary>Takes a step in a docket. Agreeing to a finding of false closing corrects the appeal's figures in the same save.</summary>
public sealed class TakeDocketStep(MinqingDb db, DocketActing acting, DocketLimits limits, DocketReach reach, RuleBook rules, TakenUpAgain again, BindMedia bind, RateListed rate)
{
    public Task<Result<Docket>> RunAsync(Viewer viewer, DocketId id, DocketStep step, DocketForm form, CancellationToken ct) =>
        acting.TakeAsync(viewer, id, (d, hand) => ActAsync(d, step, form, hand, ct), ct);

    /// <summary>Whether photos can be shown with it.</summary>
    public static bool TakesPhotos(DocketStep step) => step is DocketStep.Answer or DocketStep.Report or DocketStep.Visit or DocketStep.Submit;

    private async Task<Problem?> ActAsync(Docket d, DocketStep step, DocketForm form, Hand hand, CancellationToken ct)
    {
        var (rule, task) = (rules.For(d.Path), form.Task ?? d.TasksFor(step).FirstOrDefault(t => hand.Posts.Any(p => p.Unit == t.Unit) || step != DocketStep.Answer)?.No ?? 0);
        var confirmers = rule.Profile.Governance.ConfirmedBy;
        var photos = TakesPhotos(step) ? await bind.RunAsync([.. (form.Evidence ?? []).Distinct().Select(id => new MediaId(id))], d.Subject, null, false, MediaLimits.Of(rule.Profile.Intake), ct) : (Result<IReadOnlyList<BoundMedia>>)Array.Empty<BoundMedia>();
        if (photos.Problem is { } unfit)
        {
            return unfit;
        }

        MediaRef[] shown = [.. photos.Value.Select(m => m.Ref)];
        return step switch
        {
            DocketStep.Confirm => await ConfirmAsync(d, form, hand, confirmers, ct),
            DocketStep.Refuse => Said(form.Words, w => d.Refuse(w, hand, confirmers)),
            DocketStep.FindCause => Said(form.Words, w => d.FindCause(w, hand)),
            DocketStep.SetTask => await SetTaskAsync(d, form, hand, ct),
            DocketStep.Answer => Said(form.Words, w => d.Answer(task, w, hand, shown)),
            DocketStep.AcceptTask => Writing.Optional(form.Words, "words") is var words && words.Problem is { } tooLong ? tooLong : d.AcceptTask(task, words.Value, hand) ?? await rate.RateAsync(d, d.Tasks.First(t => t.No == task).Unit, form, hand, ct),
            DocketStep.ReturnTask => Said(form.Words, w => d.ReturnTask(task, w, rule.Timetable, hand)),
            DocketStep.Report => Said(form.Words, w => d.Report(w, hand, shown)),
            DocketStep.Visit => Present(form, (present, w) => d.Visit(form.On ?? hand.At, present, w, hand, shown)),
            DocketStep.Minute => Present(form, (present, w) => d.Minute(present, w, hand)),
            DocketStep.NameAnswerable => await NameAsync(d, form, hand, ct),
            DocketStep.Find => form.Finding is not { } finding ? new Missing("finding") : Said(form.Words, w => d.Find(finding, w, hand)),
            DocketStep.Submit => Said(form.Words, w => d.Submit(w, hand, shown)),
            DocketStep.StrikeOff => Said(form.Words, w => d.StrikeOff(w, hand, confirmers)) ?? await rate.RateAsync(d, null, form, hand, ct) ?? await CorrectAsync(d, ct),
            DocketStep.SendBack => Said(form.Words, w => d.SendBack(w, rule.Timetable, hand, confirmers)),
            DocketStep.Close => Said(form.Words, w => d.Close(w, hand)),
        };
    }

    private async Task<Problem?> ConfirmAsync(Docket d, DocketForm form, Hand hand, IReadOnlyList<Role> confirmers, CancellationToken ct)
    {
        var limit = limits.Until(d.Path, form.Until, hand.At);
        return await PostAsync(form.Post, ct) is not { } post ? new Missing("post")
            : limit.Problem ?? await reach.OutsideAsync(hand.Posts, d.Kind, d.Path, d, post.Unit, "post", ct) ?? d.Confirm(post.Id, post.Unit, limit.Value, hand, confirmers);
    }

    private async Task<Problem?> SetTaskAsync(Docket d, DocketForm form, Hand hand, CancellationToken ct)
    {
        var (words, limit) = (Writing.Required(form.Words, "words"), limits.Until(d.Path, form.Until, hand.At));
        return form.Unit is not { } unit || !await db.Units.AnyAsync(u => u.Id == new UnitId(unit) && u.Until == null, ct) ? new Missing("unit")
            : words.Problem ?? limit.Problem ?? await reach.OutsideAsync(hand.Posts, d.Kind, d.Path, d, new(unit), "unit", ct) ?? d.SetTask(new(new(unit), words.Value, limit.Value), hand);
    }

    // Whoever held the post then answers for it, wherever they are now.
    private async Task<Problem?> NameAsync(Docket d, DocketForm form, Hand hand, CancellationToken ct)
    {
        if (await PostAsync(form.Post, ct) is not { } post)
        {
            return new Missing("post");
        }

        if (await reach.OutsideAsync(hand.Posts, d.Kind, d.Path, d, post.Unit, "post", ct) is { } outside)
        {
            return outside;
        }

        if (form.On is { } on && on > hand.At)
        {
            return new VisitTimeNotUsable();
        }

        var appeal = d.Appeals[0].Appeal;
        var then = form.On ?? (await db.Appeals.AsNoTracking().FirstAsync(a => a.Id == appeal, ct) is var a ? a.Rounds.LastOrDefault(r => r.SubmittedAt is not null)?.SubmittedAt ?? a.ReceivedAt : hand.At);
        return Said(form.Words, w => d.NameAnswerable(post.Id, post.Unit, post.HeldAt(then), then, form.Consequence ?? Consequence.None, w, hand));
    }

    private async Task<Problem?> CorrectAsync(Docket d, CancellationToken ct)
    {
        if (d is not { Kind: DocketKind.Accountability, Finding: Finding.FalseClosing or Finding.FalseData } || await AppealCase.LoadAsync(db, d.Appeals[0].Appeal, ct) is not { } it)
        {
            return null;
        }

        var (by, ended, path) = (d.Taken[^1].By, it.Appeal.Ended, await again.PathAsync(it.Appeal, ct));
        var problem = it.Appeal.MarkFalselyClosed(d.Id, by, rules.For(path), await again.AboveAsync(it.Appeal, path, rules.For(path), ct));
        await again.BringAsync(it, ended, by, ct);
        return problem;
    }

    private async Task<Domain.People.Post?> PostAsync(Guid? id, CancellationToken ct) =>
        id is { } given ? await db.Posts.AsNoTracking().FirstOrDefaultAsync(p => p.Id == new PostId(given), ct) : null;

    private static Problem? Said(string? typed, Func<Written, Problem?> act) => Writing.Required(typed, "words") is var words && words.Problem is { } no ? no : act(words.Value);

    private static Problem? Present(DocketForm form, Func<Written, Written, Problem?> act) =>
        Writing.Required(form.Present, "present", 500) is var present && present.Problem is { } no ? no : Said(form.Words, w => act(present.Value, w));
}
