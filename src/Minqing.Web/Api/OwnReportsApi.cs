using Microsoft.AspNetCore.Http.HttpResults;
using Minqing.App;
using Minqing.App.Notices.OwnReports;
using Minqing.Domain.Kernel;

namespace Minqing.Web.Api;

/// <summary>The other key to one's reports: a phone number, and the code sent to it.</summary>
internal static class OwnReportsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/v1").WithTags("reports");
        own.MapPost("phone-codes", AskAsync).WithSummary("Sends a code by SMS, if somebody reported with this number. The answer never tells whether.");
        own.MapPost("own-reports", ListAsync).WithSummary("What was reported with a phone, for whoever has the code sent to it. A code is good once.");
    }

    private static async Task<Results<Ok<PhoneCodeBody>, ProblemHttpResult>> AskAsync(PhoneCodeRequest request, AskPhoneCode ask, CancellationToken ct) =>
        (await ask.RunAsync(request.Phone, ct)).ToHttp(asked => new PhoneCodeBody(asked.Until));

    private static async Task<Results<Ok<IReadOnlyList<OwnReportBody>>, ProblemHttpResult>> ListAsync(
        OwnReportsRequest request, CheckPhoneCode check, ListOwnReports list, Settings settings, HttpResponse response, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var phone = await check.RunAsync(request.Phone, request.Code, ct);
        Result<IReadOnlyList<OwnReportBody>> own = phone.Problem is { } problem ? problem : (await list.RunAsync(phone.Value, ct)).Select(r => OwnReportBody.Of(r, settings)).ToList();
        return own.ToHttp();
    }
}
