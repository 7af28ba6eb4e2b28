using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Minqing.Web.Texts;

namespace Minqing.Web.Composition;

/// <summary>Every refusal that is not a use case's own: malformed requests, unknown addresses, failures. Programs get problem+json, browsers a page; nobody a stack trace.</summary>
internal static class Problems
{
    public static void AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(Options(AnswerAsync));
        app.UseWhen(context => IsApi(context.Request), api => api.UseStatusCodePages(context => JsonAsync(context.HttpContext)));
    }

    /// <summary>Inside the pages: a failure leaves its status to the pages for trouble; only when such a page fails itself there is a plain one.</summary>
    public static void UsePageProblems(this IApplicationBuilder app) =>
        app.UseWhen(context => WantsPage(context.Request), pages => pages.UseExceptionHandler(Options(context =>
            context.Features.Get<IStatusCodeReExecuteFeature>() is null ? Task.CompletedTask : PageAsync(context))));

    private static ExceptionHandlerOptions Options(RequestDelegate answer) => new()
    {
        ExceptionHandler = answer,
        StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or OperationCanceledException,
    };

    private static Task AnswerAsync(HttpContext context) => WantsPage(context.Request) ? PageAsync(context) : JsonAsync(context);

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static bool WantsPage(HttpRequest request) =>
        !IsApi(request) && request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static string WordsOf(int status) =>
        Words.Has($"http.{status}.title") ? $"http.{status}" : status >= 500 ? "http.500" : "http.400";

    private static Task JsonAsync(HttpContext context)
    {
        var words = WordsOf(context.Response.StatusCode);
        var field = BadField.Of(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        return context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new() // a browser that wants only a page gets the bare status
        {
            HttpContext = context,
            ProblemDetails = { Status = context.Response.StatusCode, Title = Words.Say($"{words}.title"), Detail = field is null ? Words.Say($"{words}.detail") : Words.Say("http.field", ("Field", field)), Extensions = field is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["field"] = field } },
        }).AsTask();
    }

    // On its own legs: it must come even when pages, layout or database are what failed.
    private static async Task PageAsync(HttpContext context)
    {
        var words = WordsOf(context.Response.StatusCode);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var id = context.Response.StatusCode >= 500 ? Words.Say("http.trace", ("Id", context.TraceIdentifier)) : "";
        var page = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encoded($"{words}.title")}</title>")
            .Append("<style>body{font:17px/1.6 system-ui,\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif;max-width:32em;margin:15vh auto 0;padding:0 24px;color-scheme:light dark}h1{font-size:22px}small{opacity:.7}</style>")
            .Append(CultureInfo.InvariantCulture, $"<main><h1>{Encoded($"{words}.title")}</h1><p>{Encoded($"{words}.detail")}</p><p><small>{HtmlEncoder.Default.Encode(id)}</small></p></main>");
        await context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    private static string Encoded(string key) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(Words.Say(key));

    private static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(ResultHttp.TypePrefix, StringComparison.Ordinal) != true)
            problem.Type = ResultHttp.TypePrefix + Code(problem.Status ?? context.HttpContext.Response.StatusCode);
        if (problem is HttpValidationProblemDetails { Errors: { Count: > 0 } errors })
            (problem.Title, problem.Detail, problem.Extensions["field"]) = (Words.Say("http.400.title"), errors.First().Value.FirstOrDefault(), errors.First().Key);
        if (problem.Extensions.TryGetValue("retryAfter", out var wait))
            context.HttpContext.Response.Headers.RetryAfter = string.Create(CultureInfo.InvariantCulture, $"{wait}");
        if (problem.Status >= 500)
            problem.Extensions["trace"] = context.HttpContext.TraceIdentifier;
        problem.Extensions.Remove("traceId");
    }

    // 404 is "not-found", 413 "payload-too-large".
    private static string Code(int status) => ReasonPhrases.GetReasonPhrase(status).ToLowerInvariant().Replace(' ', '-');
}
