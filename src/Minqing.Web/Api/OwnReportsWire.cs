using Minqing.App;
using Minqing.App.Notices.OwnReports;
using Minqing.Domain.Policy;

namespace Minqing.Web.Api;

/// <summary>The number that a code is to be sent to.</summary>
public sealed record PhoneCodeRequest(string? Phone);

/// <summary>If the number is known, a code is on its way; it is good until then.</summary>
public sealed record PhoneCodeBody(DateTime Until);

/// <summary>A number and the code that was sent to it.</summary>
public sealed record OwnReportsRequest(string? Phone, string? Code);

/// <summary>One of somebody's reports, with what opens its course.</summary>
public sealed record OwnReportBody(string Number, string QueryCode, string FollowUrl, DateTime ReceivedAt, string Place, string? Text, Stage Stage, int Parts)
{
    internal static OwnReportBody Of(OwnReport r, Settings settings) =>
        new(r.Number, r.QueryCode, new Uri(settings.PublicUrl, $"/f/{r.Number}?code={r.QueryCode}").ToString(), r.ReceivedAt, r.Place, r.Words, r.Stage, r.Parts);
}
