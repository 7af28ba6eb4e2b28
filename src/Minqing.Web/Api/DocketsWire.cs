using Minqing.App.Supervision.Dockets;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;
using Minqing.Domain.Supervision;

namespace Minqing.Web.Api;

/// <summary>A page of dockets.</summary>
public sealed record DocketListBody(IReadOnlyList<DocketRowBody> Rows, string? Next, int Mine)
{
    internal static DocketListBody Of(DocketList list) => new([.. list.Rows.Select(r => new DocketRowBody(r.Id.Value, r.Kind, r.State, r.Title, r.Place, r.Owner, r.OpenedAt, r.DueAt, r.Tasks, r.Undone))], list.Next, list.Mine);
}

/// <summary>One docket in a list.</summary>
public sealed record DocketRowBody(Guid Id, DocketKind Kind, DocketState State, string? Title, string? Place, string? Owner, DateTime OpenedAt, DateTime? DueAt, int Tasks, int Undone);

/// <summary>What a step left behind.</summary>
public sealed record DocketDoneBody(Guid Id, DocketState State)
{
    internal static DocketDoneBody Of(Docket docket) => new(docket.Id.Value, docket.State);
}

/// <summary>One docket.</summary>
/// <param name="Open">The steps that I may take now.</param>
/// <param name="Recurred">How many reported the same kind again since a project ended.</param>
/// <param name="Photos">Shown at <c>/oversight/{id}/media/{photo}</c>.</param>
public sealed record DocketBody(
    Guid Id, DocketKind Kind, DocketState State, string? Title, string? Text, string? Place, string? Category, DocketOrigin? Origin, string? Owner, int Reports, string? Cause, Finding? Finding, string? Result,
    DateTime OpenedAt, DateTime? DueAt, DateTime? EndedAt, int Progress, int Visits, int? Recurred,
    IReadOnlyList<DocketTaskBody> Tasks, IReadOnlyList<AnswerableBody> Answerables, IReadOnlyList<Guid> Appeals, IReadOnlyList<Guid> Photos, IReadOnlyList<DocketStep> Open)
{
    internal static DocketBody Of(DocketView v) => new(
        v.Docket.Id.Value, v.Docket.Kind, v.Docket.State, v.Text(v.Docket.Title), v.Text(v.Docket.Words), v.Place, v.Docket.Category, v.Docket.Origin,
        v.Docket.OwnerUnit is { } owner ? v.Units.GetValueOrDefault(owner) : null, v.Docket.Reports, v.Text(v.Docket.Cause), v.Docket.Finding, v.Text(v.Docket.Result),
        v.Docket.OpenedAt, v.Limit?.DueAt, v.Docket.EndedAt, v.Docket.Progress, v.Docket.Visits, v.Recurred,
        [.. v.Docket.Tasks.Select(t => new DocketTaskBody(t.No, v.Units.GetValueOrDefault(t.Unit), v.Text(t.Requirement), v.Text(t.Answer), v.LimitOf(t).DueAt, t.AnsweredAt, t.DoneAt, t.Returns, v.LimitOf(t).Late(v.Now)))],
        [.. v.Docket.Answerables.Select(a => new AnswerableBody(v.Units.GetValueOrDefault(a.Unit), a.Person is { } person ? v.People.GetValueOrDefault(person) : null, a.HeldAt, a.Consequence, v.Text(a.Words)))],
        [.. v.Cases.Where(c => c.Seen).Select(c => c.Id.Value)], [.. v.Story.SelectMany(e => e.Facts).OfType<DocketShown>().SelectMany(f => f.Media).Select(m => m.Id.Value)], v.Open);
}

/// <summary>A task of a docket.</summary>
public sealed record DocketTaskBody(int No, string? Unit, string? Requirement, string? Answer, DateTime DueAt, DateTime? AnsweredAt, DateTime? DoneAt, int Returns, bool Late);

/// <summary>Somebody who answers for it by the post held then.</summary>
public sealed record AnswerableBody(string? Unit, string? Person, DateTime HeldAt, Consequence Consequence, string? Text);

/// <summary>An appeal laid open: every entry, every look at who reported it, everybody of staff who opened it; <paramref name="Next"/> is where the earlier of those begin.</summary>
public sealed record RecordBody(Guid Appeal, IReadOnlyList<string> Numbers, Stage Stage, int Entries, int Sealed, IReadOnlyList<RecordEntryBody> Story, IReadOnlyList<LookBody> Openings, IReadOnlyList<AccessBody> Accesses, string? Next)
{
    internal static RecordBody Of(AppealRecord r) => new(
        r.Appeal.Id.Value, r.Numbers, r.Appeal.Stage, r.Entries, r.Sealed,
        [.. r.Story.Select(e => new RecordEntryBody(e.At, e.About, e.Step, e.Actor.Role, e.ActorUnit, e.ActorName, [.. e.Facts.Select(f => Kebab.Of(f.GetType().Name))]))],
        [.. r.Openings.Select(o => new LookBody(o.At, o.Actor.Role, o.ActorUnit, o.ActorName, o.Fact<IdentityOpened>()!.Purpose))],
        [.. r.Accesses.Select(a => new AccessBody(a.Unit, a.Role, a.Person, a.FirstAt, a.LastAt, a.Times))], r.Earlier);
}

/// <summary>One entry of a journal.</summary>
public sealed record RecordEntryBody(DateTime At, SubjectKind About, string Step, string? Role, string? Unit, string? Person, IReadOnlyList<string> Facts);

/// <summary>One look at who reported it.</summary>
public sealed record LookBody(DateTime At, string? Role, string? Unit, string? Person, OpeningPurpose Purpose);

/// <summary>Somebody of staff opened it, so many times on that day.</summary>
public sealed record AccessBody(string Unit, Role Role, string Person, DateTime FirstAt, DateTime LastAt, int Times);

/// <summary>A unit barred from the awards of a year, what the mishandling led to, where it is booked, and its number in the year.</summary>
public sealed record VetoBody(Guid Docket, Guid Unit, string Name, VetoGround Ground, DateTime Since, int No);
