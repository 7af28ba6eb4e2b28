using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Minqing.Storage.Kernel;

namespace Minqing.Storage.Sqlite;

/// <summary>SQLite: instants as microseconds since 1970, write locks taken at once.</summary>
public sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override string SkipLocked => "";

    public override string BeginSnapshot => "begin deferred";

    public override string? LockMigrations => null;

    public override string? UnlockMigrations => null;

    public override object Instant(DateTime at) => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public override void Configure(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTime>().HaveConversion<Microseconds>();

    public override async Task AddInBulkAsync(IDbContextTransaction transaction, BulkTable table, IEnumerable<object> rows, CancellationToken ct)
    {
        var inner = (SqliteTransaction)transaction.GetDbTransaction();
        await using var insert = inner.Connection!.CreateCommand();
        insert.Transaction = inner;
        insert.CommandText = $"insert into {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) values ({string.Join(", ", table.Columns.Select(c => "@" + c.Name))})";
        var cells = table.Columns.Select(c => (c.Value, Parameter: insert.Parameters.AddWithValue("@" + c.Name, DBNull.Value))).ToList();
        await insert.PrepareAsync(ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var (value, parameter) in cells)
                parameter.Value = value(row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    private sealed class Microseconds() : ValueConverter<DateTime, long>(
        at => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        us => DateTime.UnixEpoch.AddTicks(us * TimeSpan.TicksPerMicrosecond));
}
