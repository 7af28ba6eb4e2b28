using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Minqing.Storage.Sqlite;

/// <summary>What every connection to SQLite needs: a write-ahead log that survives a power cut, patience with other writers, and nothing readable left of what was deleted.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "pragma journal_mode=wal; pragma synchronous=full; pragma busy_timeout=30000; pragma cache_size=-65536; pragma temp_store=memory; pragma secure_delete=fast;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
