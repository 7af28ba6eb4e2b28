using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Sqlite;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : MinqingDb(options, TheDialect)
{
    private static readonly SqliteDialect TheDialect = new();
}
