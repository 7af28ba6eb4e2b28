using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Minqing.App.Kernel;
using Minqing.App.Media;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Api;

/// <summary>Uploading photos and voice before the report that names them: in one piece, or in pieces that go on where the line was lost.</summary>
internal static class MediaApi
{
    private const string Client = "api";
    private static readonly MediaLimits Limits = new();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var media = routes.MapGroup("/api/v1/media").WithTags("media");
        media.MapPost("", AddAsync).WithSummary("One photo or voice clip: as the body, or as the first file of a multipart form.");
        media.MapPost("uploads", BeginAsync).WithSummary("Announces an upload in pieces.");
        media.MapPut("{id:guid}", ContinueAsync).WithSummary("The next piece, from the offset given; with the last one the upload is taken or refused.");
        media.MapMethods("{id:guid}", [HttpMethods.Get, HttpMethods.Head], AskAsync).WithSummary("How far an upload has come, also as header Upload-Offset.");
    }

    private static async Task<Results<Created<MediaAnswer>, ProblemHttpResult>> AddAsync([AsParameters] Stated stated, HttpRequest request, AddMedia add, CancellationToken ct)
    {
        if (request.ContentLength > Limits.Bytes + UploadedFile.Surroundings)
        {
            return new MediaTooLarge(Limits.Bytes).ToHttp();
        }

        var file = await UploadedFile.OfAsync(request, stated.Declared, ct);
        return (await add.RunAsync(file.Body, file.Declared, Client, Limits, ct)).ToCreated(m => $"/api/v1/media/{m.Id.Value}", MediaAnswer.Of);
    }

    private static async Task<Results<Created<UploadAnswer>, ProblemHttpResult>> BeginAsync(BeginRequest begin, BeginUpload upload, CancellationToken ct)
    {
        var result = await upload.RunAsync(begin.Size, new Stated(begin.Lat, begin.Lon, begin.TakenAt).Declared, Client, Limits, ct);
        return result.ToCreated(id => $"/api/v1/media/{id.Value}", id => new UploadAnswer(id.Value, 0, begin.Size, null));
    }

    private static async Task<Results<Ok<UploadAnswer>, ProblemHttpResult>> ContinueAsync(Guid id, [FromQuery] long offset, HttpRequest request, ContinueUpload upload, CancellationToken ct) =>
        (await upload.RunAsync(new(id), offset, request.Body, Limits, ct)).ToHttp(progress => UploadAnswer.Of(id, progress));

    private static async Task<Results<Ok<UploadAnswer>, ProblemHttpResult>> AskAsync(Guid id, HttpResponse response, AskUpload ask, CancellationToken ct)
    {
        var result = await ask.RunAsync(new(id), ct);
        if (result.Ok)
        {
            response.Headers["Upload-Offset"] = result.Value.Offset.ToString(CultureInfo.InvariantCulture);
            response.Headers["Upload-Length"] = result.Value.Size.ToString(CultureInfo.InvariantCulture);
            response.Headers.CacheControl = "no-store";
        }

        return result.ToHttp(progress => UploadAnswer.Of(id, progress));
    }
}

/// <summary>Where and when it was taken, as the sender's device read it before it made the photo smaller.</summary>
internal sealed record Stated([FromQuery] double? Lat, [FromQuery] double? Lon, [FromQuery] DateTimeOffset? TakenAt)
{
    public Declared Declared => new(Lat is >= -90 and <= 90 && Lon is >= -180 and <= 180 ? new Point(Lat.Value, Lon.Value) : null, TakenAt is { } at ? Instants.Cut(at.UtcDateTime) : null);
}

/// <summary>Announces an upload in pieces.</summary>
internal sealed record BeginRequest([property: Range(1, long.MaxValue)] long Size, double? Lat, double? Lon, DateTimeOffset? TakenAt);

/// <summary>A photo or clip that was taken.</summary>
internal sealed record MediaAnswer(Guid Id, string Kind, string ContentType, long Size)
{
    public static MediaAnswer Of(AddedMedia media) => new(media.Id.Value, media.Kind.ToString().ToLowerInvariant(), media.ContentType, media.Size);
}

/// <summary>How far an upload has come; <paramref name="Media"/> when it is whole and taken, <paramref name="Refused"/> when it is whole and was not.</summary>
internal sealed record UploadAnswer(Guid Id, long Offset, long Size, MediaAnswer? Media, string? Refused = null)
{
    public static UploadAnswer Of(Guid id, UploadProgress progress) =>
        new(id, progress.Offset, progress.Size, progress.Added is { } added ? MediaAnswer.Of(added) : null, progress.Refusal is { } refusal ? Texts.ProblemWords.Kebab(refusal) : null);
}
