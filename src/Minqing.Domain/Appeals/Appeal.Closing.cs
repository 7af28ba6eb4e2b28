using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Domain.Appeals;

// Handing in, checking, promising, settling, starting again (H-20 to H-24).
public sealed partial class Appeal
{
    private Stage? StageBefore { get; set; }

    /// <summary>The lead hands in the result. It is verified by somebody else.</summary>
    /// <param name="reports">Its reports; each gives proof of first contact.</param>
    public Problem? Finish(Handed handed, UnitId checker, IReadOnlyList<Report> reports, Hand hand, Rules rules)
    {
        var chosen = Choose(Step.Finish, hand, rules);
        // What the handler calls it spares nobody the photo.
        var needed = Math.Max(rules.Profile.CategoryOf(handed.Category).Evidence, rules.Profile.CategoryOf(Category).Evidence);
        var problem = chosen.Problem
            ?? (LeadOrder.State == OrderState.Issued ? new NotSignedYet() : null)
            ?? (UpperOrder is not null ? new RaisedAlready() : null)
            ?? Waiting()
            ?? (Event is null ? NotContacted(reports, rules) : null)
            ?? (rules.Profile.Categories.All(c => c.Code != handed.Category) ? new UnknownCategory(handed.Category) : null)
            ?? (handed.Evidence.Count < needed && handed.Outcome == Policy.Outcome.Solved ? new EvidenceMissing(handed.Evidence.Count, needed) : null)
            ?? (handed.Outcome == Policy.Outcome.Solved ? NotShown([handed.Category, Category], handed.Shown, rules) : null)
            ?? (handed.Outcome == Policy.Outcome.Unfounded != handed.Unfounded is not null ? new UnfoundedReasonMissing() : null)
            ?? (Problem?)(handed.PromiseNotUsable(hand.At) ? new PromiseDateNotUsable() : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.Finish.Name(), chosen.Value, [.. Texts(handed.Result, handed.Measures, handed.Shown?.Unshown)],
        [
            new ResultSubmitted(Round, handed.Result.Id, handed.Measures.Id, handed.Outcome, handed.PromisedFor, handed.Grade, handed.Category, handed.Evidence, checker, handed.Unfounded, handed.Shown?.Unshown?.Id),
            .. AskedExtension is { } asked ? Decided(asked, granted: false, null, hand.At) : [],
            new OrderMoved(LeadOrder.No, OrderState.Submitted, null),
            .. Running(ClockKind.Handle) is { } handle ? (DomainEvent[])[new ClockSubmitted(handle.No)] : [],
            rules.Start(NextClock, ClockKind.Check, Round, Level, handed.Category, handed.Grade, Urgency, checker, hand.At),
            new StageMoved(Stage.Checking),
        ]);
        return null;
    }

    /// <summary>The promise's date has not come, and the lead says that it is done.</summary>
    public Problem? ProvePromise(Written proof, IReadOnlyList<MediaRef> evidence, UnitId checker, Hand hand, Rules rules, PhotosShow? shown = null)
    {
        var chosen = Choose(Step.ProvePromise, hand, rules);
        if ((chosen.Problem ?? (Problem?)(Running(ClockKind.Promise) is null ? new StepNotPossible(Step.ProvePromise, Stage) : null) ?? Unproven(rules, evidence.Count) ?? NotShown([Category], shown, rules)) is { } no)
        {
            return no;
        }

        Take(Step.ProvePromise.Name(), chosen.Value, [.. Texts(proof, shown?.Unshown)],
        [
            new PromiseProofSubmitted(Round, proof.Id, evidence, checker, shown?.Unshown?.Id),
            new ClockSubmitted(Running(ClockKind.Promise)!.No),
            .. End(ClockKind.FollowUp, hand.At),
            rules.Start(NextClock, ClockKind.Check, Round, Level, Category, Grade, Urgency, checker, hand.At),
            new StageMoved(Stage.Checking),
        ]);
        return null;
    }

    /// <summary>The check accepts: closed, with what it verified; now the reporter is asked.</summary>
    /// <param name="evaluation">How the check rates the handling, where it says so.</param>
    public Problem? PassCheck(Outcome verified, Hand hand, Rules rules, Evaluation? evaluation = null)
    {
        var chosen = Choose(Step.PassCheck, hand, rules);
        var promise = Running(ClockKind.Promise);
        var problem = chosen.Problem
            ?? NotSecondEyes(hand)
            ?? (verified == Policy.Outcome.Unfounded && Current.Unfounded is null ? new NotHandedInAsUnfounded() : null)
            ?? NotRateable(evaluation, hand, rules)
            ?? (verified == Policy.Outcome.Solved ? Unproven(rules) : null)
            ?? (promise is not null && verified is not (Policy.Outcome.Solved or Policy.Outcome.Promised) ? new PromiseNotKept() : null)
            ?? (Problem?)(verified == Policy.Outcome.Promised && (promise is not null || Current.PromisedFor is not { } by || by < LocalTime.DayOf(hand.At)) ? new PromiseDateNotUsable() : null);
        if (problem is not null)
        {
            return problem;
        }

        Take(Step.PassCheck.Name(), chosen.Value, [.. Texts(evaluation?.Words)],
        [
            new ResultAccepted(Round, verified),
            .. Rated(evaluation),
            .. Meet(ClockKind.Check, hand.At),
            .. MeetStatutory(StatutoryEnd.Answered, rules, hand.At),
            .. promise is null ? Meet(ClockKind.Handle, Current.SubmittedAt ?? hand.At) : promise.Meet(Current.SubmittedAt ?? hand.At),
            .. orders.Where(o => o.Open).Select(o => new OrderMoved(o.No, OrderState.Done, null)),
            rules.Start(NextClock, ClockKind.FollowUp, Round, Level, Category, Grade, Urgency, Desk, hand.At),
            .. verified == Policy.Outcome.Promised ? (DomainEvent[])[Promise(Current.PromisedFor!.Value, NextClock + 1, rules, hand.At)] : [],
            new StageMoved(Stage.FollowingUp),
        ]);
        return null;
    }

    /// <summary>The check refuses, for the substance or pointing at a sentence. The handle clock never stopped.</summary>
    /// <param name="above">Who has it instead, where the lead has since been named as whom it is about.</param>
    public Problem? RejectResult(RejectionKind kind, string? sentence, Written reason, Hand hand, Rules rules, Evaluation? evaluation = null, LevelUnit? above = null)
    {
        var chosen = Choose(Step.RejectResult, hand, rules);
        if ((chosen.Problem ?? NotSecondEyes(hand) ?? NotRateable(evaluation, hand, rules)) is { } no)
        {
            return no;
        }

        IReadOnlyList<Written> texts = [reason, .. Texts(evaluation?.Words)];
        List<DomainEvent> facts = [new ResultRejected(Round, kind, reason.Id, sentence), .. Rated(evaluation), .. Meet(ClockKind.Check, hand.At)];
        if (Running(ClockKind.Promise) is { } promise)
        {
            Take(Step.RejectResult.Name(), chosen.Value, texts, [.. facts, .. promise.End(hand.At), .. Begin(RoundReason.PromiseBroken, Again(above), rules, hand.At)]);
            return null;
        }

        if (above is not null && IsTarget(LeadOrder.Unit))
        {
            Take(Step.RejectResult.Name(), chosen.Value, texts, [.. facts, .. Readdress(LeadOrder, OrderState.Recalled, above, ruled: true, chosen.Value.Actor.Unit, reason.Id, rules, hand.At), new StageMoved(Stage.Handling)]);
            return null;
        }

        Take(Step.RejectResult.Name(), chosen.Value, texts,
        [
            .. facts,
            .. Running(ClockKind.Handle) is { } handle ? (DomainEvent[])[handle.Reject(rules.Timetable, hand.At)] : [],
            new OrderMoved(LeadOrder.No, OrderState.Working, reason.Id),
            new StageMoved(Stage.Handling),
        ]);
        return null;
    }

    /// <summary>The promise's date passed without proof: a new round by itself. False when there is nothing to do.</summary>
    public bool BreakPromise(By by, Rules rules, LevelUnit? above = null)
    {
        if (Running(ClockKind.Promise) is not { MissedAt: not null, SubmittedAt: null } promise || Lead is null)
        {
            return false;
        }

        Take("promise-broken", by, [], [.. promise.End(by.At), .. End(ClockKind.FollowUp, by.At), .. Begin(RoundReason.PromiseBroken, Again(above), rules, by.At)]);
        return true;
    }

    /// <summary>Followed up, or tried often enough: settled.</summary>
    internal void Settle(Step step, By by) => Take(step.Name(), by, [], [.. Meet(ClockKind.FollowUp, by.At), new AppealSettled()]);

    /// <summary>One of several reporters was heard, and the others are waited for.</summary>
    internal void Hear(Report report, Step step, By by) => Take(step.Name(), by, [], [new ReporterHeard(report.Id)]);

    /// <summary>Not satisfied: the first time back to the same unit to put right, again one level up (at the top it stays).</summary>
    internal void NotSatisfied(RoundReason reason, Step step, By by, Rules rules, LevelUnit? above, PostId? leader = null)
    {
        var again = rounds.Exists(r => r.Reason is RoundReason.Rectify or RoundReason.Restart or RoundReason.ReporterRequest);
        var up = again && GoesUp(rules, above);
        var why = again && reason == RoundReason.Rectify ? RoundReason.Restart : reason;
        Take(step.Name(), by, [],
        [
            .. Meet(ClockKind.FollowUp, by.At),
            .. End(ClockKind.Promise, by.At),
            .. Begin(why, up ? above! : Again(above), rules, by.At),
            .. again ? NamedAtTop(rules, above, leader) : [],
        ]);
    }

    /// <summary>Why somebody may not check the result: whoever did the work or signed for it does not verify it, nor, where another unit is to look, anybody of those that did it, by whatever other post.</summary>
    public Problem? NotSecondEyes(Hand hand)
    {
        var did = orders.Where(o => o.Round == Round && (o.Beside || o.Role == OrderRole.Lead) && o.State is not (OrderState.Raised or OrderState.Returned or OrderState.Recalled)).ToList();
        return hand.Person is { } person && (Current.SubmittedBy == person || did.Exists(o => o.SignedBy == person)) ? new OwnResult()
            : hand.Posts.Any(p => p.Unit != Current.Checker && did.Exists(o => o.Unit == p.Unit)) ? new OwnUnitsResult()
            : null;
    }

    // What tells of officials' misconduct stays with the unit for that.
    private bool GoesUp(Rules rules, LevelUnit? above) => rules.Profile.FollowUp.RestartUp && above is not null && !IsTarget(above.Unit) && !Disclosure;

    // Who has it in a further round: the same unit, unless it is whom the appeal is about.
    private LevelUnit Again(LevelUnit? above) => above is not null && IsTarget(Lead!.Value) ? above : new(Level, Lead!.Value);

    // Solved is what the photos show that the category wants, whatever the handler called it.
    private EvidenceMissing? Unproven(Rules rules, int more = 0) =>
        (rules.Profile.CategoryOf(Category).Evidence, Current.Evidence.Count + more) is var (needed, shown) && shown < needed ? new(shown, needed) : null;

    // How it was before and where the photos were taken, where the category asks; or why that cannot be shown, which the check reads.
    private Problem? NotShown(IReadOnlyList<string> categories, PhotosShow? shown, Rules rules)
    {
        List<Category> wanting = [.. categories.Select(rules.Profile.CategoryOf)];
        var within = wanting.Min(c => c.Within);
        var nearest = shown?.Taken.Min(p => Point?.MetresTo(p));
        return shown?.Unshown is not null ? null
            : wanting.Exists(c => c.ShowsBefore) && shown is not { Before: true } ? new NoPhotoOfBefore()
            : within is null ? null
            : shown is not { Taken.Count: > 0 } ? new NoPositionInPhotos()
            : nearest > within ? new PhotosTakenElsewhere(nearest.Value, within.Value)
            : null;
    }

    private List<DomainEvent> Begin(RoundReason reason, LevelUnit lead, Rules rules, DateTime at) =>
        Begin(this, reason, lead, Category, GradeAt(lead.Level, rules), Urgency, rules, at);

    private ClockStarted Promise(DateOnly day, int no, Rules rules, DateTime at)
    {
        var days = day.DayNumber - LocalTime.DayOf(at).DayNumber;
        var rule = rules.Profile.RuleFor(ClockKind.Promise, Level, Category, Grade, Urgency, rules.Timetable.Version) with { Limit = new(days, Measure.NaturalDays), Named = true };
        return Clock.Start(no, ClockKind.Promise, Round, rule, Lead, null, at, rules.Timetable);
    }
}

/// <summary>A result as handed in: words for the reporter, measures, what became of it, size and category, photos.</summary>
public sealed record Handed(Written Result, Written Measures, Outcome Outcome, DateOnly? PromisedFor, Grade Grade, string Category, IReadOnlyList<MediaRef> Evidence, UnfoundedReason? Unfounded = null, PhotosShow? Shown = null)
{
    // Later than that nobody is held to it, and a slip of the year would be a promise for good.
    private const int PromiseYears = 3;

    internal bool PromiseNotUsable(DateTime now) =>
        Outcome == Outcome.Promised
            ? PromisedFor is not { } day || day <= LocalTime.DayOf(now) || day > LocalTime.DayOf(now).AddYears(PromiseYears)
            : PromisedFor is not null;
}
