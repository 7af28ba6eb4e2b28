using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Minqing.Handset;

/// <summary>Every address of the handset program.</summary>
public static class Routes
{
    public const int LargestBody = 16 * 1024;

    private const int PhonesShown = 200;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    public static void MapHandset(this WebApplication app)
    {
        app.Use(Guard);
        app.MapPost("/sms", Take);
        app.MapGet("/", (string? q, Inbox inbox) => Html(Page.Phones(inbox.Phones(Trimmed(q), PhonesShown), inbox.Stats(), Trimmed(q))));
        app.MapGet("/phone/{phone}", (string phone, Inbox inbox) => Html(Page.Phone(phone, inbox.Of(phone))));
        app.MapGet("/api/messages", (string phone, Inbox inbox) => inbox.Of(phone));
        app.MapGet("/api/stats", (Inbox inbox) => inbox.Stats());
        app.MapGet("/live", (Inbox inbox, CancellationToken ct) => TypedResults.ServerSentEvents(Live(inbox, ct)));
        app.MapGet("/handset.css", () => Asset("handset.css", "text/css; charset=utf-8"));
        app.MapGet("/handset.js", () => Asset("handset.js", "text/javascript; charset=utf-8"));
    }

    private static IResult Take(SmsRequest sms, HttpRequest http, Inbox inbox)
    {
        var id = http.Headers["X-Message-Id"].FirstOrDefault() ?? sms.Id;
        if (sms.Wrong(id) is { } wrong)
        {
            return Results.BadRequest(new { error = wrong });
        }

        var first = inbox.Take(new(id!, sms.Phone!, sms.Text!, TimeProvider.System.GetUtcNow().UtcDateTime));
        return Results.Json(new { code = 0, repeat = !first });
    }

    private static async IAsyncEnumerable<SseItem<string>> Live(Inbox inbox, [EnumeratorCancellation] CancellationToken ct)
    {
        // Something at once: the page then looks again for what came before the line was open.
        var news = inbox.Changed;
        yield return new("", "alive");
        while (!ct.IsCancellationRequested)
        {
            if (await Task.WhenAny(news, Task.Delay(Heartbeat, ct)) == news)
            {
                await Task.Delay(Quiet, ct);
                news = inbox.Changed;
                yield return new("new", "sms");
            }
            else
            {
                yield return new("", "alive");
            }
        }
    }

    private static Task Guard(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    }

    private static string? Trimmed(string? q) => string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, 20)];

    private static IResult Html(string page) => Results.Content(page, "text/html; charset=utf-8");

    private static IResult Asset(string name, string type) => Results.Stream(typeof(Routes).Assembly.GetManifestResourceStream(name)!, type);
}
