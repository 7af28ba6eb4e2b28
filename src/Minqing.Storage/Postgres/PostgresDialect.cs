using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Storage.Kernel;
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

    public override async Task AddInBulkAsync(IDbContextTransaction transaction, BulkTable table, IEnumerable<object> rows, CancellationToken ct)
    {
        var connection = ((NpgsqlTransaction)transaction.GetDbTransaction()).Connection!;
        await using var import = await connection.BeginBinaryImportAsync($"copy {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await import.StartRowAsync(ct);
            foreach (var column in table.Columns)
            {
                if (column.Value(row) is { } value)
                    await import.WriteAsync(value, column.Type, ct);
                else
                    await import.WriteNullAsync(ct);
            }
        }

        await import.CompleteAsync(ct);
    }

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
