using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Storage.Sqlite;

/// <summary>Transactions take their place in the queue of writers, and leave it however they end.</summary>
internal sealed class SqliteWriters(WriterQueue queue) : DbTransactionInterceptor, IDbConnectionInterceptor
{
    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await queue.EnterAsync(connection, cancellationToken);
        return result;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Leave(eventData);

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => Leave(eventData);

    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) => Leave(eventData);

    // A transaction that was only disposed of is told by nothing else.
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        queue.Leave(connection);
        return Task.CompletedTask;
    }

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => queue.Leave(connection);

    private Task Leave(TransactionEventData of)
    {
        queue.Leave(of.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }
}
