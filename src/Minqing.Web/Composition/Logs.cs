using Minqing.App;

namespace Minqing.Web.Composition;

/// <summary>Where log lines go and how loud the framework may be. Its request lines stay off: addresses hold query codes.</summary>
internal static class Logs
{
    public static void ConfigureLogging(this WebApplicationBuilder builder, Settings settings)
    {
        const string Time = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("System", LogLevel.Warning);
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        if (settings.Log == LogFormat.Json)
            builder.Logging.AddJsonConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.IncludeScopes) = (true, Time.TrimEnd(), true));
        else
            builder.Logging.AddSimpleConsole(options => (options.UseUtcTimestamp, options.TimestampFormat, options.SingleLine) = (true, Time, true));
    }
}
