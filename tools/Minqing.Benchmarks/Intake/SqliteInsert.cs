using Microsoft.Data.Sqlite;
using Minqing.Benchmarks.Beds;
using Minqing.Storage.Sqlite;

namespace Minqing.Benchmarks.Intake;

/// <summary>Prepared inserts in one transaction, one writer after the other: SQLite has no more.</summary>
internal sealed class SqliteInsert : IBareInsert
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly SqliteConnection connection;
    private readonly Copies copies;
    private readonly List<(SqliteCommand Command, IReadOnlyList<CopiedCell> Cells)> inserts;

    public SqliteInsert(Copies copies, string connection)
    {
        this.copies = copies;
        this.connection = new(connection);
        this.connection.Open();
        new SqlitePragmas().ConnectionOpened(this.connection, null!);
        inserts = [.. copies.Rows.Select(r => (Prepare(r), r.Cells))];
    }

    public async Task RunAsync(CopyKeys keys, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var (command, cells) in inserts)
            {
                command.Transaction = transaction;
                for (var i = 0; i < cells.Count; i++)
                    command.Parameters[i].Value = copies.Value(cells[i], keys);
                command.ExecuteNonQuery();
            }

            transaction.Commit();
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        inserts.ForEach(i => i.Command.Dispose());
        await connection.DisposeAsync();
        turn.Dispose();
    }

    private SqliteCommand Prepare(CopiedRow row)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"insert into {row.Table} ({string.Join(", ", row.Cells.Select(c => c.Column))}) values ({string.Join(", ", row.Cells.Select(c => "@" + c.Column))})";
        foreach (var cell in row.Cells)
            command.Parameters.AddWithValue("@" + cell.Column, cell.Value);
        command.Prepare();
        return command;
    }
}
