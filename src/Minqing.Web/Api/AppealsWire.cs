using Minqing.App.Appeals;
using Minqing.App.Appeals.Lists;
using Minqing.App.Appeals.Merging;
using Minqing.App.Supervision;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>One line of "my list".</summary>
/// <param name="Also">What else of it is mine to do.</param>
public sealed record TurnBody(
    Guid Appeal, TurnKind Kind, DateTime StartAt, DateTime DueAt, string Place, string? Text, string Category, Grade Grade, Urgency Urgency, Stage Stage, int Level, int Round, DateTime ReceivedAt, string? Holder, bool Stopped, IReadOnlyList<TurnKind> Also)
{
    internal static TurnBody Of(TurnRow row, string? holder = null) =>
        new(row.Appeal.Value, row.Kind, row.StartAt, row.DueAt, row.Address, row.Words, row.Category, row.Grade, row.Urgency, row.Stage, row.Level, row.Round, row.ReceivedAt, holder, row.Stopped, row.Also);
}

/// <summary>My list: counts (those whose time stands still apart), a page of rows, and the cursor of the next one.</summary>
public sealed record MyListBody(int Open, int Late, int DueToday, int Stopped, IReadOnlyList<TurnBody> Rows, string? Next)
{
    internal static MyListBody Of(MyList list) => new(list.Open, list.Late, list.Today, list.Stopped, [.. list.Page.Rows.Select(r => TurnBody.Of(r))], list.Page.Next);
}

/// <summary>What is late in an area, who has it, since when (<c>dueAt</c>).</summary>
public sealed record LateListBody(int Late, int Uncalled, int DueWithinADay, IReadOnlyList<TurnBody> Rows, string? Next)
{
    internal static LateListBody Of(LateList list) =>
        new(list.Late, list.Uncalled, list.DueSoon, [.. list.Page.Rows.Select(r => TurnBody.Of(r, list.Holders.GetValueOrDefault(r.Key)))], list.Page.Next);
}

/// <summary>An appeal for those who handle it.</summary>
/// <param name="Open">The steps that the caller may take now.</param>
/// <param name="Parts">The other appeals into which its reports were split, as far as the caller sees them.</param>
/// <param name="LeadExcused">A unit beside the lead was late although the lead had urged it in time.</param>
/// <param name="Seen">Send it back with a step: the step is refused when somebody acted in between.</param>
public sealed record AppealBody(
    Guid Id,
    Stage Stage,
    Grade Grade,
    Urgency Urgency,
    string Category,
    string Place,
    string? Text,
    int Level,
    int Round,
    string? Lead,
    Outcome? Outcome,
    DateTime ReceivedAt,
    DateTime? ClosedAt,
    DateTime? SettledAt,
    TimesBody Times,
    IReadOnlyList<ReportBody> Reports,
    IReadOnlyList<OrderBody> Orders,
    IReadOnlyList<RoundBody> Rounds,
    IReadOnlyList<ClockBody> Clocks,
    IReadOnlyList<StoryBody> Story,
    IReadOnlyList<Step> Open,
    string Seen,
    IReadOnlyList<SiblingBody> Parts,
    bool LeadExcused)
{
    internal static AppealBody Of(AppealView v) =>
        new(
            v.Appeal.Id.Value, v.Appeal.Stage, v.Appeal.Grade, v.Appeal.Urgency, v.Category.Code, v.Appeal.Address, v.Words, v.Appeal.Level, v.Appeal.Round,
            v.Appeal.Lead is { } lead ? v.Units.GetValueOrDefault(lead) : null, v.Appeal.Outcome, v.Appeal.ReceivedAt, v.Appeal.ClosedAt, v.Appeal.SettledAt, TimesBody.Of(v.Times),
            [.. v.Case.Reports.Select(r => ReportBody.Of(r, v.WordsOf(r.Words), v.Identities.GetValueOrDefault(r.Id), v.OpenOf[r.Id]))],
            [.. v.Appeal.Orders.Select(o => new OrderBody(o.No, o.Round, o.Level, v.Units.GetValueOrDefault(o.Unit) ?? "", o.Role, o.State, o.IssuedAt, o.SignedAt, o.EndedAt, (int)o.InHand(v.Now).TotalMinutes))],
            [.. v.Appeal.Rounds.Select(RoundBody.Of)],
            [.. v.Clocks.Select(ClockBody.Of)],
            [.. v.Story.Select(s => new StoryBody(s.At, s.Step, s.Actor.Role, s.ActorUnit, s.ActorName))],
            v.Open, v.Seen, [.. v.Siblings.Select(p => new SiblingBody(p.Appeal.Value, p.No, p.Category, p.Stage, p.Lead))],
            v.Appeal.LeadExcused);
}

/// <summary>An appeal that may be about the same.</summary>
/// <param name="Shared">What both say, where they are alike.</param>
public sealed record CandidateBody(Guid Appeal, string Place, string? Text, DateTime ReceivedAt, int Reports, IReadOnlyList<string> Shared)
{
    internal static CandidateBody Of(MergeCandidate c) => new(c.Appeal.Value, c.Address, c.Words, c.ReceivedAt, c.Reports, c.Shared);
}

/// <summary>Another appeal into which a report of this one was split.</summary>
public sealed record SiblingBody(Guid Appeal, int Part, string Category, Stage Stage, string? Lead);

/// <summary>One report of an appeal; the person masked.</summary>
public sealed record ReportBody(Guid Id, string Number, DateTime ReceivedAt, string? Text, string? Name, string? Phone, bool KeepIdentity, string? TakenBy, DateTime? TakenAt, DateTime? ContactedAt, int Calls, int Urges, DateTime? WithdrawnAt, IReadOnlyList<Step> Open)
{
    internal static ReportBody Of(Report r, string? text, MaskedIdentity? who, IReadOnlyList<Step> open) =>
        new(r.Id.Value, r.Number, r.ReceivedAt, text, who?.Name, who?.Phone, r.KeepIdentity, r.TakenByRole, r.TakenAt, r.ContactedAt, r.Calls.Count, r.Urges, r.WithdrawnAt, open);
}

/// <summary>One unit's task.</summary>
public sealed record OrderBody(int No, int Round, int Level, string Unit, OrderRole Role, OrderState State, DateTime IssuedAt, DateTime? SignedAt, DateTime? EndedAt, int MinutesInHand);

/// <summary>One round: why it began, what was verified, what was promised for when; one whose closing was found to be false counts as not solved.</summary>
public sealed record RoundBody(int No, RoundReason Reason, DateTime BegunAt, DateTime? SubmittedAt, DateTime? CheckedAt, Outcome? Verified, DateOnly? PromisedFor, DateTime? FoundFalseAt)
{
    internal static RoundBody Of(Round r) => new(r.No, r.Reason, r.BegunAt, r.SubmittedAt, r.CheckedAt, r.Verified, r.PromisedFor, r.FoundFalseAt);
}

/// <summary>One clock: the rule's id, when it is due, what became of it.</summary>
public sealed record ClockBody(ClockKind Kind, int Round, string Rule, DateTime StartAt, DateTime DueAt, DateTime? MetAt, DateTime? MissedAt, DateTime? EndedAt)
{
    internal static ClockBody Of(Clock c) => new(c.Kind, c.Round, c.Rule.Id, c.StartAt, c.DueAt, c.MetAt, c.MissedAt, c.EndedAt);
}

/// <summary>One entry of the story.</summary>
public sealed record StoryBody(DateTime At, string Step, string? Role, string? Unit, string? Person);

/// <summary>What is now so, and what has now been seen of it.</summary>
public sealed record DoneBody(Stage Stage, string Seen)
{
    internal static DoneBody Of(StepDone done) => new(done.Stage, done.Seen);
}
