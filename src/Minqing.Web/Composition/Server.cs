using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Minqing.App;

namespace Minqing.Web.Composition;

/// <summary>What one caller may cost: sizes, counts and waiting times of a request; and how the program ends.</summary>
internal static class Server
{
    private const string Memory = "/dev/shm";

    public static void ConfigureServer(this WebApplicationBuilder builder, Settings settings)
    {
        var largest = settings.LargestRequest * 1024L * 1024L;
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = largest;
            options.Limits.MaxRequestHeaderCount = 64;
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            options.Limits.MaxRequestLineSize = 4 * 1024;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Slower than the poorest village network is an attack; a short hole in the reception is none.
            options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 120, gracePeriod: TimeSpan.FromSeconds(5));
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = largest;
            options.ValueCountLimit = 256;
            options.ValueLengthLimit = 256 * 1024;
            options.MultipartHeadersCountLimit = 8;
        });
        // Files of a form lie in files while they are read, and photos still say where they were taken: in memory, then, not on the disk.
        if (Directory.Exists(Memory))
            Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Memory);
        // A clean stop: no new requests, those begun are finished, loops end what they hold.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }
}
