using Minqing.App.Kernel;
using Minqing.App.People;
using Minqing.Domain.Appeals;
using Minqing.Domain.Kernel;

namespace Minqing.App.Appeals.Dispatching;

/// <summary>The centre gives it to another unit.</summary>
public sealed class TransferAppeal(Acting acting)
{
    public Task<Result<StepDone>> RunAsync(Viewer viewer, AppealId id, Guid unit, string? reason, string? seen, CancellationToken ct) =>
        acting.AsStaffAsync(viewer, id, seen, d => Transfer(new(unit), reason, d), ct);

    private static Problem? Transfer(UnitId unit, string? reason, Deed d) =>
        d.UnitOf(unit) is not { } to ? new NoSuchUnitHere()
            : d.TakenAbove ? new TakenAbove()
            : d.IsAbove(to) ? new SentUpInstead()
            : Give(d.Addressing.To(unit), reason, d);

    private static Problem? Give(Result<LevelUnit> to, string? reason, Deed d) =>
        to.Problem
        ?? PushedDown.Refused(d, to.Value, reason)
        ?? (Writing.Required(reason, "reason") is var why && why.Problem is { } no ? no : d.Appeal.Transfer(to.Value, why.Value, d.Hand, d.Rules));
}

/// <summary>A level above has taken it on: those below neither give it away nor end it.</summary>
public sealed record TakenAbove : NotAllowed;

/// <summary>A higher centre is not handed it: it is sent up, with why and what was tried.</summary>
public sealed record SentUpInstead : NotAllowed;
