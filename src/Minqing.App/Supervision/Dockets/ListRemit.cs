using Minqing.App.Appeals.Ledger;
using Minqing.App.People;
using Minqing.Domain.Kernel;
using Minqing.Domain.People;

namespace Minqing.App.Supervision.Dockets;

/// <summary>What a deputy or an inspector looks after: the appeals of their areas and categories as a filter asks, the newest first, without who reported them.</summary>
public sealed class ListRemit(ReadLedger ledger)
{
    /// <param name="after">The cursor that the page before gave.</param>
    public Task<Result<LedgerPage>> RunAsync(Viewer viewer, LedgerFilter filter, string? after, CancellationToken ct) =>
        ledger.RunAsync(viewer, viewer.May(Permission.Advise) ? Permission.Advise : Permission.Inspect, filter, LedgerCursor.Read(after), ReadLedger.PageSize, ct);
}
