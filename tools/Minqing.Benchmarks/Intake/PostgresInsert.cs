using Minqing.Benchmarks.Beds;
using Minqing.Storage.Postgres;
using Npgsql;

namespace Minqing.Benchmarks.Intake;

/// <summary>Over connections with the program's own settings: all rows in one batch, which PostgreSQL takes as one transaction.</summary>
internal sealed class PostgresInsert(Copies copies, string connection) : IBareInsert
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(PostgresOptions.Full(connection));
    private readonly List<(string Sql, IReadOnlyList<CopiedCell> Cells)> inserts =
    [
        .. copies.Rows.Select(r => ($"insert into {r.Table} ({string.Join(", ", r.Cells.Select(c => c.Column))}) values ({string.Join(", ", r.Cells.Select((_, i) => $"${i + 1}"))})", r.Cells)),
    ];

    public async Task RunAsync(CopyKeys keys, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        foreach (var (sql, cells) in inserts)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var cell in cells)
                command.Parameters.Add(new NpgsqlParameter { Value = copies.Value(cell, keys), DataTypeName = cell.Type });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
