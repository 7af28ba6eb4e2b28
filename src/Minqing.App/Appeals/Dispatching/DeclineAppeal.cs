using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>One of the six special routes instead of the dispatch; the notice goes to the reporter.</summary>
public sealed class DeclineAppeal(Acting acting, ReportParts parts)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, SpecialRoute route, string? notice, string? seen, CancellationToken ct) =>
        Writing.Required(notice, "notice") is var told && told.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, async d => d.Appeal.Decline(route, told.Value, await parts.OnlyInAsync(d.Case, ct), d.Hand, d.Rules), ct);
}
