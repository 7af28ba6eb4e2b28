using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Minqing.App.Media;

namespace Minqing.Web.Api;

/// <summary>The file within a request, as it streams in. Its name and its claimed type are not looked at.</summary>
internal sealed record UploadedFile(Stream Body, Declared Declared)
{
    /// <summary>What a form may have around its file.</summary>
    public const int Surroundings = 64 * 1024;

    public static async Task<UploadedFile> OfAsync(HttpRequest request, Declared declared, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return new(request.Body, declared);
        }

        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        var (lat, lon, at) = ((string?)null, (string?)null, (string?)null);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } body })
            {
                return new(body, new Stated(Number(lat) ?? declared.Point?.Lat, Number(lon) ?? declared.Point?.Lon, Instant(at) ?? declared.At).Declared);
            }

            var (name, value) = section.AsFormDataSection() is { } field ? (field.Name, await FieldAsync(section, ct)) : ("", "");
            (lat, lon, at) = (name == "lat" ? value : lat, name == "lon" ? value : lon, name == "takenAt" ? value : at);
        }

        return new(Stream.Null, declared);
    }

    private static async Task<string> FieldAsync(MultipartSection section, CancellationToken ct)
    {
        var buffer = new byte[64];
        var read = await section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static double? Number(string? text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Instant(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
