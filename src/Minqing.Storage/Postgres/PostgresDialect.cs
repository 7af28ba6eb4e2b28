using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Minqing.Storage.Kernel;
using Minqing.Storage.Saving;
using Npgsql;

namespace Minqing.Storage.Postgres;

/// <summary>PostgreSQL: instants as timestamptz, rivals skip locked rows.</summary>
public sealed class PostgresDialect : Dialect
{
    public override string Name => "postgres";

    public override string SkipLocked => "for update skip locked";

    public override string? Notify => "select pg_notify('minqing', {0})";

    public override int Writers => 3;

    public override string BeginSnapshot => "begin isolation level repeatable read read only";

    public override string? LockMigrations => "select pg_advisory_lock(727001)";

    public override string? UnlockMigrations => "select pg_advisory_unlock(727001)";

    // "offset 0" keeps the planner from walking back through all rows in the hope of meeting enough of them; the inner limit keeps a common word from being read to its end.
    public override string NewestWithWords =>
        "select * from (select no, report, tokens from search_texts where array_to_tsvector(string_to_array(tokens, ' ')) @@ cast({0} as tsquery) limit 5000 offset 0) found order by no desc limit {1}";

    public override string Words(string? area, IReadOnlyList<string> words) =>
        $"{(area is null ? "" : $"'{area}' & ")}({string.Join(" | ", words.Select(w => $"'{w}'"))})";

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

    // One message, which PostgreSQL takes as one transaction where none is open.
    public override async Task AddAtOnceAsync(IRelationalConnection connection, IReadOnlyList<AddedRow> rows, CancellationToken ct)
    {
        await using var batch = ((NpgsqlConnection)connection.DbConnection).CreateBatch();
        await using var maker = new NpgsqlCommand();
        foreach (var row in rows)
        {
            var insert = new NpgsqlBatchCommand(row.Shape.Numbered);
            foreach (var parameter in row.Parameters(maker, named: false))
                insert.Parameters.Add((NpgsqlParameter)parameter);
            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    public override async Task ListenAsync(DbConnection connection, Action<string> heard, CancellationToken ct)
    {
        var wire = (NpgsqlConnection)connection;
        wire.Notification += (_, call) => heard(call.Payload);
        await using (var listen = new NpgsqlCommand("listen minqing", wire))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            // Silence may be a dead line: ask now and then.
            if (!await wire.WaitAsync(TimeSpan.FromSeconds(30), ct))
            {
                await using var ask = new NpgsqlCommand("select 1", wire);
                await ask.ExecuteNonQueryAsync(ct);
            }
        }
    }

    public override bool LostRace(DbUpdateException failure) =>
        base.LostRace(failure) || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public override bool IsDuplicateKey(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
