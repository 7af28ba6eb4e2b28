using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The centre gives it to another unit.</summary>
public sealed class TransferAppeal(Acting acting)
{
    public async Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Guid unit, string? reason, string? seen, CancellationToken ct) =>
        Writing.Required(reason, "reason") is var why && why.Problem is { } no
            ? no
            : await acting.AsStaffAsync(
                viewer, id, seen,
                d => d.UnitOf(new(unit)) is not { } to ? new NoSuchUnitHere() : PushedDown.Refused(d, to, reason) ?? d.Appeal.Transfer(to, why.Value, d.Hand, d.Rules), ct);
}
