using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Appeals.Events;
using Minqing.Domain.Policy;
using Minqing.Web.Composition;
using Minqing.Web.Texts;

namespace Minqing.Web.Api;

/// <summary>Mass events: the same use cases as the pages.</summary>
internal static class EventsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/api/v1/events").WithTags("events").RequireAuthorization();
        events.MapGet("", ListAsync).WithSummary("The mass events of my area, each with its own line of figures.");
        events.MapPost("", OpenAsync).WithSummary("Open one for an area, a category and a time.");
        events.MapGet("{id:guid}", ReadAsync).WithSummary("One event, what belongs to it, and what by place, category and time may.");
        events.MapPost("{id:guid}/appeals", JoinAsync).WithSummary("Appeals belong to it from now on. One leaves by steps/join-event without an event.");
        events.MapPost("{id:guid}/answers", AnswerAsync).WithSummary("One answer for everybody who reported it, also for those who join later.");
        events.MapPost("{id:guid}/closing", CloseAsync).WithSummary("It is over, and all that is open of it closes with one answer, as solved or explained.");
        events.MapGet("follow-ups", ToAskAsync).WithSummary("The closed events of which somebody waits to be asked by my desk, or is being asked by link.");
        events.MapPost("{id:guid}/follow-ups", AskAsync).WithSummary("All of a closed event that wait for my desk are asked by link; who keeps silent is settled after the profile's attempts.");
        events.MapPost("{id:guid}/end", EndAsync).WithSummary("It is over.");
    }

    private static async Task<Results<Ok<EventListBody>, ProblemHttpResult>> ListAsync(SignedIn who, [FromQuery] string? q, [FromQuery] string? after, ListEvents list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, q, after, ct)).ToHttp(p => new EventListBody([.. p.Rows.Select(EventBody.Of)], p.Next));

    private static async Task<Results<Created<EventIdBody>, ProblemHttpResult>> OpenAsync(EventRequest r, SignedIn who, OpenEvent open, CancellationToken ct) =>
        (await open.RunAsync(who.Viewer, r.Name, r.RegionCode, r.CategoryCode, r.Since?.UtcDateTime, ct)).ToCreated(id => $"/api/v1/events/{id.Value}", id => new EventIdBody(id.Value));

    private static async Task<Results<Ok<EventViewBody>, ProblemHttpResult>> ReadAsync(Guid id, [FromQuery] string? after, SignedIn who, ReadEvent read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), after, ct)).ToHttp(EventViewBody.Of);

    private static async Task<Results<Ok<JoinedBody>, ProblemHttpResult>> JoinAsync(Guid id, EventAppealsRequest r, SignedIn who, ReadEvent read, JoinEvent join, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, new(id), null, ct)).Problem is { } no ? no.ToHttp() : (await join.RunAsync(who.Viewer, r.Appeals ?? [], new(id), ct)).ToHttp(j => new JoinedBody(j.Joined, [.. j.Refused.Select(r => new NotJoinedBody(r.Appeal, ResultHttp.TypePrefix + ProblemWords.Of(r.Why).Code, ProblemWords.Of(r.Why).Title))]));

    private static async Task<Results<Ok<EventIdBody>, ProblemHttpResult>> AnswerAsync(Guid id, WordsRequest r, SignedIn who, AnswerEvent answer, CancellationToken ct) =>
        (await answer.RunAsync(who.Viewer, new(id), r.Text, ct)).ToHttp(e => new EventIdBody(e.Value));

    private static async Task<Results<Ok<EventIdBody>, ProblemHttpResult>> CloseAsync(Guid id, EventClosingRequest r, SignedIn who, CloseEvent close, CancellationToken ct) =>
        (await close.RunAsync(who.Viewer, new(id), r.Text, r.Outcome, ct)).ToHttp(e => new EventIdBody(e.Value));

    private static async Task<Results<Ok<IReadOnlyList<EventToAskBody>>, ProblemHttpResult>> ToAskAsync(SignedIn who, ListEventsToAsk list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, ct)).ToHttp(all => (IReadOnlyList<EventToAskBody>)[.. all.Select(e => new EventToAskBody(e.Event.Value, e.Name, e.Waiting, e.Asked, e.Own))]);

    private static async Task<Results<NoContent, ProblemHttpResult>> AskAsync(Guid id, SignedIn who, AskEvent ask, CancellationToken ct) =>
        (await ask.RunAsync(who.Viewer, new(id), ct)).ToHttp();

    private static async Task<Results<Ok<EventIdBody>, ProblemHttpResult>> EndAsync(Guid id, SignedIn who, EndEvent end, CancellationToken ct) =>
        (await end.RunAsync(who.Viewer, new(id), ct)).ToHttp(e => new EventIdBody(e.Value));
}

/// <summary>A mass event to be opened, for a category, a group of them by its name, or a hot domain. <paramref name="Since"/>: what was received from then on may belong to it.</summary>
public sealed record EventRequest(string? Name, string? RegionCode, string? CategoryCode, DateTimeOffset? Since);

/// <summary>Appeals that belong to an event, at most 50 at once.</summary>
public sealed record EventAppealsRequest(IReadOnlyList<Guid>? Appeals);

/// <summary>What all its reporters are told, and what becomes of its open appeals: solved or explained.</summary>
public sealed record EventClosingRequest(string? Text, Outcome? Outcome);

/// <summary>A closed event at the follow-up desk: how many of its appeals wait, of how many the reporters are being asked by link, and how many of those that wait the caller worked on, so that somebody else must ask.</summary>
public sealed record EventToAskBody(Guid Event, string Name, int Waiting, int Asked, int Own);

/// <summary>The event's id.</summary>
public sealed record EventIdBody(Guid Id);

/// <summary>How many joined, and which did not.</summary>
public sealed record JoinedBody(int Joined, IReadOnlyList<NotJoinedBody> Refused);

/// <summary>One that did not join: the problem's type, and the problem in words.</summary>
public sealed record NotJoinedBody(Guid Appeal, string Type, string Title);

/// <summary>A page of events; <paramref name="Next"/> is where the next begins.</summary>
public sealed record EventListBody(IReadOnlyList<EventBody> Rows, string? Next);

/// <summary>A mass event and its line of figures, which count for no unit.</summary>
public sealed record EventBody(Guid Id, string Name, string Place, string Category, DateTime Since, int Appeals, int Open, int Reports, DateTime? AnsweredAt, DateTime? EndedAt)
{
    internal static EventBody Of(EventRow r) => new(r.Event.Id.Value, r.Event.Name, r.Place, r.Category, r.Event.Since, r.Appeals, r.Open, r.Reports, r.Event.AnsweredAt, r.Event.EndedAt);
}

/// <summary>One event with its answer, a page of what belongs to it, and what may.</summary>
public sealed record EventViewBody(EventBody Event, string? Answer, IReadOnlyList<EventAppealBody> Appeals, string? Next, IReadOnlyList<EventAppealBody> Proposed)
{
    internal static EventViewBody Of(EventView v) => new(EventBody.Of(v.Row), v.Answer, [.. v.Appeals.Select(EventAppealBody.Of)], v.Next, [.. v.Proposed.Select(EventAppealBody.Of)]);
}

/// <summary>One appeal of an event, or one that may be.</summary>
public sealed record EventAppealBody(Guid Appeal, string Place, string? Text, DateTime ReceivedAt, Stage Stage, int Reports)
{
    internal static EventAppealBody Of(EventAppeal a) => new(a.Appeal.Value, a.Address, a.Words, a.ReceivedAt, a.Stage, a.Reports);
}
