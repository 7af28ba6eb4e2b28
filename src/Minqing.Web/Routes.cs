using Minqing.Web.Admin;
using Minqing.Web.Api;
using Minqing.Web.Citizen;
using Minqing.Web.Operation;
using Minqing.Web.Oversight;
using Minqing.Web.Shared;
using Minqing.Web.SigningIn;
using Minqing.Web.Staff;

namespace Minqing.Web;

/// <summary>Every address of the program. One line per area; each area's file has one line per route.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        OperationRoutes.Map(app);
        MediaApi.Map(app);
        SessionApi.Map(app);
        PasskeyRoutes.Map(app);
        ReportsApi.Map(app);
        OwnReportsApi.Map(app);
        ErasuresApi.Map(app);
        AppealsApi.Map(app);
        EventsApi.Map(app);
        DocketsApi.Map(app);
        PublicityApi.Map(app);
        CommendationsApi.Map(app);
        EvidenceApi.Map(app);
        LedgerApi.Map(app);
        ReconciliationsApi.Map(app);
        SupervisionApi.Map(app);
        AfterwardsApi.Map(app);
        DeskApi.Map(app);
        AuditApi.Map(app);
        AdminRoutes.Map(app);
        app.MapOpenApi();
        CitizenRoutes.Map(app);
        StaffRoutes.Map(app);
        OversightRoutes.Map(app);
        DutyApi.Map(app);
        NoticesApi.Map(app);
        StaffHome.Map(app);
        app.MapMinqingPages();
    }
}
