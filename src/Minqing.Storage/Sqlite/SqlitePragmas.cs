using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Minqing.Storage.Sqlite;

/// <summary>What every connection to SQLite needs: a write-ahead log that survives a power cut, patience with other writers, and nothing readable left of what was deleted.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=30000; pragma cache_size=-65536; pragma temp_store=memory; pragma secure_delete=fast;";

    // Pooled connections keep what they were told: once for each is enough.
    private readonly ConditionalWeakTable<sqlite3, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    private void Tell(SqliteConnection connection)
    {
        if (told.TryGetValue(connection.Handle!, out _))
            return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        told.AddOrUpdate(connection.Handle!, told);
    }
}
