using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.App.Running;

/// <summary>Rings when something was committed.</summary>
public sealed class SignalOnSave(Signal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            signal.RingEverywhere();
        }

        return new(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        signal.RingEverywhere();
        return Task.CompletedTask;
    }
}
