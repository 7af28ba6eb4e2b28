using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Storage.Saving;

namespace Minqing.Storage.Sqlite;

/// <summary>How the program talks to SQLite.</summary>
public static class SqliteOptions
{
    public static DbContextOptionsBuilder OnSqlite(this DbContextOptionsBuilder options, string connection)
    {
        var queue = new WriterQueue();
        return options.UseSqlite(connection, it => it.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
            .ReplaceService<IDatabase, AddsAtOnce>()
            .AddInterceptors(new SqlitePragmas(), new SqliteWriters(queue), new SqliteStatements(queue));
    }
}
