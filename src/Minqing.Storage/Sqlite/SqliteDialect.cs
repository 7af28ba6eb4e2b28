using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Minqing.Storage.Kernel;
using Minqing.Storage.Saving;

namespace Minqing.Storage.Sqlite;

/// <summary>SQLite: instants as microseconds since 1970, write locks taken at once.</summary>
public sealed class SqliteDialect : Dialect
{
    public override string Name => "sqlite";

    public override string SkipLocked => "";

    public override string BeginSnapshot => "begin deferred";

    public override string? LockMigrations => null;

    public override string? UnlockMigrations => null;

    public override string BeginWipe => "pragma secure_delete=on;";

    // The log holds the pages as they were until it is brought in and cut off.
    public override string EndWipe => "pragma secure_delete=fast; pragma wal_checkpoint(truncate);";

    // "cross" keeps the index of words outside: it gives its rows newest first and stops when there are enough.
    public override string NewestWithWords =>
        "select t.no, t.report, t.tokens from search_words w cross join search_texts t on t.no = w.rowid where search_words match {0} order by w.rowid desc limit {1}";

    public override string Words(string? area, IReadOnlyList<string> words) =>
        $"{(area is null ? "" : $"\"{area}\" AND ")}({string.Join(" OR ", words.Select(w => $"\"{w}\""))})";

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

    // Everything is made ready before the write lock is taken.
    public override async Task AddAtOnceAsync(IRelationalConnection connection, IReadOnlyList<AddedRow> rows, CancellationToken ct)
    {
        var inserts = new List<SqliteCommand>(rows.Count);
        try
        {
            foreach (var row in rows)
            {
                var insert = ((SqliteConnection)connection.DbConnection).CreateCommand();
                inserts.Add(insert);
                insert.CommandText = row.Shape.Named;
                insert.Parameters.AddRange(row.Parameters(insert, named: true).ToArray());
                insert.Prepare();
            }

            await using var own = connection.CurrentTransaction is null ? await connection.BeginTransactionAsync(ct) : null;
            foreach (var insert in inserts)
            {
                insert.Transaction = (SqliteTransaction)connection.CurrentTransaction!.GetDbTransaction();
                insert.ExecuteNonQuery();
            }

            if (own is not null)
                await own.CommitAsync(CancellationToken.None);
        }
        finally
        {
            inserts.ForEach(i => i.Dispose());
        }
    }

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    private sealed class Microseconds() : ValueConverter<DateTime, long>(
        at => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        us => DateTime.UnixEpoch.AddTicks(us * TimeSpan.TicksPerMicrosecond));
}
