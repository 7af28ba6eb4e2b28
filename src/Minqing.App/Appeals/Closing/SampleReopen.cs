using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Closing;

/// <summary>The city's sample finds it not done.</summary>
public sealed class SampleReopen(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.SampleReopen(why.Value, d.Above, d.Hand, d.Rules, d.Leader), ct);
}
