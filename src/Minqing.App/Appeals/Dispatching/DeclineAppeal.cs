using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>One of the six special routes instead of the dispatch; the notice goes to the reporter.</summary>
public sealed class DeclineAppeal(Acting acting, ReportParts parts)
{
    /// <param name="notice">What the reporter reads; where nothing is written, the profile's words for the route.</param>
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, SpecialRoute route, string? notice, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, async d =>
            Writing.Required(string.IsNullOrWhiteSpace(notice) ? NoticeOf(d.Rules.Profile, route) : notice, "notice") is var told && told.Problem is { } no
                ? no
                : d.Appeal.Decline(route, told.Value, await parts.OnlyInAsync(d.Case, ct), d.Hand, d.Rules), ct);

    /// <summary>What the profile tells a reporter whose matter goes this way; null where it says nothing.</summary>
    public static string? NoticeOf(Profile profile, SpecialRoute route) => profile.Texts.GetValueOrDefault($"route.{route.Name()}");
}
