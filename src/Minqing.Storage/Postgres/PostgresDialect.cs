using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Minqing.Storage.Postgres;

/// <summary>PostgreSQL: instants as timestamptz, rivals skip locked rows.</summary>
public sealed class PostgresDialect : Dialect
{
    public override string Name => "postgres";

    public override string SkipLocked => "for update skip locked";

    public override string? LockMigrations => "select pg_advisory_lock(727001)";

    public override string? UnlockMigrations => "select pg_advisory_unlock(727001)";

    public override void Configure(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveColumnType("timestamp with time zone");

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
