namespace Minqing.Web.Oversight;

/// <summary>What the pages of supervision are made of.</summary>
internal static class OversightServices
{
    public static void AddOversight(this IServiceCollection services) => services.AddScoped<DocketChoices>().AddScoped<AreaUnits>().AddScoped<AreaVillages>();
}
