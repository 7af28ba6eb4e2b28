using Microsoft.Net.Http.Headers;
using Minqing.App.Media;

namespace Minqing.Web.Shared;

/// <summary>A photo or clip as an answer: in parts where the player asks for parts, and harmless should it be more than it seems.</summary>
public sealed class ShownMedia(OpenedMedia media) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'; sandbox";
        headers.ContentDisposition = Plays(media.ContentType) ? "inline" : "attachment";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // what stands under the reporter's key must not stay on a handler's phone
        headers.CacheControl = media.Private ? "no-store" : "private, max-age=86400, immutable";
        var tag = media.Private ? null : new EntityTagHeaderValue($"\"{media.Hash[..32]}\"");
        return TypedResults.Stream(media.Content, media.ContentType, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(httpContext);
    }

    private static bool Plays(string contentType) => contentType is not "audio/amr";
}
