using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App.Kernel.Limiting;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;
using Minqing.Web.Texts;

namespace Minqing.Web;

/// <summary>What a use case gave, as HTTP: the value, or the problem as <c>application/problem+json</c> (RFC 9457).</summary>
public static class ResultHttp
{
    /// <summary>Before the code of a problem in its <c>type</c>. Never changes: other programs compare it.</summary>
    public const string TypePrefix = "urn:minqing:problem:";

    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Result<T> result) => result.ToHttp(value => value);

    public static Results<Ok<TBody>, ProblemHttpResult> ToHttp<T, TBody>(this Result<T> result, Func<T, TBody> body) =>
        result.Problem is { } problem ? problem.ToHttp() : TypedResults.Ok(body(result.Value));

    public static Results<NoContent, ProblemHttpResult> ToHttp(this Result<Done> result) =>
        result.Problem is { } problem ? problem.ToHttp() : TypedResults.NoContent();

    public static Results<Created<TBody>, ProblemHttpResult> ToCreated<T, TBody>(this Result<T> result, Func<T, string> location, Func<T, TBody> body) =>
        result.Problem is { } problem ? problem.ToHttp() : TypedResults.Created(location(result.Value), body(result.Value));

    public static ProblemHttpResult ToHttp(this Problem problem)
    {
        var words = ProblemWords.Of(problem);
        var more = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (problem is NotValid { Field: { Length: > 0 } field })
            more["field"] = field;
        if (problem is TooMany { RetryAfter: var wait })
            more["retryAfter"] = (int)Math.Ceiling(wait.TotalSeconds);
        if (problem is HumanNotShown asked)
            more["token"] = asked.Token;
        if (problem is ChangedMeanwhile changed)
            (more["role"], more["step"], more["at"]) = (changed.Role, changed.Step, changed.At);
        return TypedResults.Problem(words.Detail, statusCode: Status(problem), title: words.Title, type: TypePrefix + words.Code, extensions: more);
    }

    /// <summary>The status of a problem's kind.</summary>
    public static int Status(Problem problem) => problem switch
    {
        Domain.Kernel.NotFound => StatusCodes.Status404NotFound,
        NotAllowed => StatusCodes.Status403Forbidden,
        NotPossible => StatusCodes.Status409Conflict,
        NotValid => StatusCodes.Status422UnprocessableEntity,
        TooMany => StatusCodes.Status429TooManyRequests,
        _ => throw new InvalidOperationException($"{problem.GetType().Name} is of no kind."),
    };
}
