using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App.Notices;
using Minqing.Domain.Kernel;
using Minqing.Domain.Notices;
using Minqing.Web.Composition;

namespace Minqing.Web.Api;

/// <summary>What somebody was told in the app, whether an SMS came too or not.</summary>
internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/v1/notices").WithTags("notices").RequireAuthorization();
        staff.MapGet("", ListAsync).WithSummary("My hundred newest notices, and how many I have not read.");
        staff.MapPost("readings", ReadAsync).WithSummary("I have read them: those about one appeal, or all.");
    }

    private static async Task<Results<Ok<NoticesBody>, ProblemHttpResult>> ListAsync(SignedIn who, ListNotices list, CancellationToken ct) =>
        (await list.RunAsync(who.Viewer, ct)).ToHttp(NoticesBody.Of);

    private static async Task<Results<NoContent, ProblemHttpResult>> ReadAsync(ReadingRequest r, SignedIn who, ReadNotices read, CancellationToken ct) =>
        (await read.RunAsync(who.Viewer, r.Appeal is { } appeal ? new AppealId(appeal) : null, ct)).ToHttp();
}

/// <summary>About which appeal; null for all of them.</summary>
public sealed record ReadingRequest(Guid? Appeal);

/// <summary>The newest notices, and how many are unread in all.</summary>
public sealed record NoticesBody(int Unread, IReadOnlyList<NoticeBody> Rows)
{
    internal static NoticesBody Of(NoticeList list) => new(list.Unread, [.. list.Newest.Select(n => new NoticeBody(n.Appeal.Value, n.Kind, n.Text, n.At, n.Read))]);
}

/// <summary>One notice.</summary>
public sealed record NoticeBody(Guid Appeal, NoticeKind Kind, string Text, DateTime At, bool Read);
