using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Postgres;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : MinqingDb(options, TheDialect)
{
    private static readonly PostgresDialect TheDialect = new();
}
