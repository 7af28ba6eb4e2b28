namespace Minqing.Web.Demo;

/// <summary>What a demonstration is made of, on top of the program.</summary>
public static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddScoped<DemoMark>().AddScoped<DemoRegions>().AddScoped<DemoPeople>().AddScoped<DemoAccounts>().AddScoped<DemoCodes>().AddScoped<DemoFill>().AddSingleton<DemoBoard>();
}
