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
                d => d.UnitOf(new(unit)) is not { } to ? new NoSuchUnitHere() : d.TakenAbove ? new TakenAbove() : d.IsAbove(to) ? new SentUpInstead() : PushedDown.Refused(d, to, reason) ?? d.Appeal.Transfer(to, why.Value, d.Hand, d.Rules), ct);
}

/// <summary>A level above has taken it on: those below neither give it away nor end it.</summary>
public sealed record TakenAbove : NotAllowed;

/// <summary>A higher centre is not handed it: it is sent up, with why and what was tried.</summary>
public sealed record SentUpInstead : NotAllowed;
