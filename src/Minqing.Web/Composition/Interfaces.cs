using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Minqing.Web.Composition;

/// <summary>How the interfaces speak: JSON with kebab-case codes and Chinese as it is, described by an OpenAPI document.</summary>
internal static class Interfaces
{
    public static void AddInterfaces(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // so that Problems can say which field
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "民情直通 Minqing";
            document.Info.Description = "Reports, their course, and every step of staff. Problems come as application/problem+json with a stable type; instants are UTC.";
            return Task.CompletedTask;
        }));
    }
}
