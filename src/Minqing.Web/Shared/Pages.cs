using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;

namespace Minqing.Web.Shared;

/// <summary>What every page needs: Razor, compression, headers, the pages for trouble, the files of the client.</summary>
public static class Pages
{
    private const string Unreadable = "这一项填得不对，请看一看";

    private static readonly string[] Compressed = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/manifest+json", "image/svg+xml"];

    public static IServiceCollection AddMinqingPages(this IServiceCollection services)
    {
        services.AddRazorPages(o => o.RootDirectory = "/").AddMvcOptions(o =>
        {
            // What must be there the use case says, in its own words.
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            o.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
            o.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
            o.ModelBindingMessageProvider.SetValueIsInvalidAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetNonPropertyValueMustBeANumberAccessor(() => Unreadable);
            o.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(_ => Unreadable);
            o.ModelBindingMessageProvider.SetMissingKeyOrValueAccessor(() => Unreadable);
            o.ModelBindingMessageProvider.SetMissingRequestBodyRequiredValueAccessor(() => Unreadable);
        });
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // tokens on our pages are masked anew in each response
            o.MimeTypes = Compressed;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        // The first view is one response, also for older phones.
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.SmallestSize);
        services.AddSingleton<Inlined>();
        services.AddMemoryCache();
        services.AddSingleton<Citizen.MyReports>();
        services.AddSingleton<Citizen.ProvenPhones>();
        services.AddScoped<FormMedia>();
        return services;
    }

    /// <summary>First in the pipeline, before sign-in and routes.</summary>
    public static void UseMinqingPages(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseMiddleware<SecurityHeaders>();
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/trouble/{0}"));
        app.UseWhen(c => !c.Request.Path.StartsWithSegments("/api"), pages => pages.UseMiddleware<SameOrigin>().UseMiddleware<Elder>());
    }

    public static void MapMinqingPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapGet("/sw.js", Worker).ExcludeFromDescription();
    }

    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    // From the root, so that it may answer for every page; never from a cache, so that it can be replaced.
    private static IResult Worker(HttpContext context, Inlined inlined)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Text(inlined.Of("worker.js").Text, "text/javascript; charset=utf-8");
    }
}
