using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.Policy;

namespace Minqing.App.Appeals.Handling;

/// <summary>The centre changes category, grade or urgency; running clocks are ruled anew.</summary>
public sealed class ReclassifyAppeal(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, string? category, Grade? grade, Urgency? urgency, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(viewer, id, seen, d => d.Appeal.Reclassify(category ?? d.Appeal.Category, grade ?? d.Appeal.Grade, urgency ?? d.Appeal.Urgency, why.Value, d.Case.Reports, d.Hand, d.Rules), ct);
}
