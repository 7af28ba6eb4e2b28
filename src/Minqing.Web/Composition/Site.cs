using Microsoft.AspNetCore.HttpOverrides;
using Minqing.App;
using Minqing.App.Running;
using Minqing.Integrations.Sms;
using Minqing.Web.Admin;
using Minqing.Web.Operation;
using Minqing.Web.Ledger;
using Minqing.Web.Oversight;
using Minqing.Web.Shared;
using Minqing.Web.Staff;

namespace Minqing.Web.Composition;

/// <summary>Puts the web program together: everything it is made of, then the order in which a request passes. Tests start the same.</summary>
public static class Site
{
    public static WebApplication Create(Settings settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Minqing.Web" });
        // From a build, static files lie where they were written; from an installation, beside the program.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, "Minqing.Web.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Urls);
        builder.ConfigureServer(settings);
        builder.ConfigureLogging(settings);
        Compose(builder.Services, settings);
        change?.Invoke(builder);

        var app = builder.Build();
        UseInOrder(app);
        Routes.Map(app);
        return app;
    }

    private static void Compose(IServiceCollection services, Settings settings)
    {
        services.AddMinqingApp(settings);
        services.AddSms(settings);
        services.AddLoops();
        services.AddMinqingPages();
        services.AddStaffPages();
        services.AddOversight();
        services.AddLedger();
        services.AddScoped<FilesInAndOut>();
        services.AddProblems();
        services.AddInterfaces();
        services.AddKeyRing();
        services.AddSignIn(settings);
        services.AddOperation(settings);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.TrustedProxies)
                options.KnownIPNetworks.Add(network);
        });
    }

    private static void UseInOrder(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.TrustedProxies.Count > 0)
            app.UseForwardedHeaders();
        app.UseCityWords();
        app.UseProblems(); // before the pages: it answers when even they fail
        app.UseCallers();
        app.UseMinqingPages();
        app.UsePageProblems();
        app.UseRouting();
        app.UseSignIn();
    }
}
