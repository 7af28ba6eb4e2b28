namespace Minqing.Web.Admin;

/// <summary>The administrator's interface: the same use cases as the pages.</summary>
internal static class AdminRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/api/v1/admin").WithTags("admin").RequireAuthorization();
        OperationApi.Map(admin);
        StaffingApi.Map(admin);
        PlacesApi.Map(admin);
        FilesApi.Map(admin);
        ReorganisationsApi.Map(admin);
        RecountApi.Map(admin);
    }
}
