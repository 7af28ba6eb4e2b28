using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Storage.Sqlite;

/// <summary>A statement that writes outside of a transaction is a writer like others and stands in their queue.</summary>
internal sealed class SqliteStatements(WriterQueue queue) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (WritesAlone(command))
        {
            await queue.EnterAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (WritesAlone(command))
        {
            await queue.EnterAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return new(result);
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Leave(command);
        return result;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    private static bool WritesAlone(DbCommand command) => command.Transaction is null && !command.CommandText.AsSpan().TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase);

    private void Leave(DbCommand command)
    {
        if (command.Transaction is null)
        {
            queue.Leave(command.Connection);
        }
    }
}
