using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Minqing.Storage.Verifying;

/// <summary>The database at one instant, read as it is stored: without the model, which would stumble over what was tampered with.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly DbConnection connection;

    private Snapshot(DbConnection connection) => this.connection = connection;

    public static async Task<Snapshot> OpenAsync(MinqingDb db, CancellationToken ct)
    {
        var snapshot = new Snapshot(db.Database.GetDbConnection());
        await db.Database.OpenConnectionAsync(ct);
        await snapshot.DoAsync(db.Dialect.BeginSnapshot, ct);
        return snapshot;
    }

    /// <summary>The rows of a query; <c>@p0</c>, <c>@p1</c> … are the values.</summary>
    public async IAsyncEnumerable<object[]> RowsAsync(string sql, object[] values, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (i, value) in values.Index())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"p{i}", value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await reader.ReadAsync(ct))
        {
            var row = new object[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.GetValue(i);
            yield return row;
        }
    }

    /// <summary>The rows whose key lies from the one value up to before the other; no bound where null.</summary>
    public IAsyncEnumerable<object[]> RangeAsync(string select, string key, object? from, object? to, CancellationToken ct) => (from, to) switch
    {
        (null, null) => RowsAsync(select, [], ct),
        (null, { } below) => RowsAsync($"{select} where {key} < @p0", [below], ct),
        ({ } least, null) => RowsAsync($"{select} where {key} >= @p0", [least], ct),
        ({ } least, { } below) => RowsAsync($"{select} where {key} >= @p0 and {key} < @p1", [least, below], ct),
    };

    /// <summary>A finding for each row of a query that gives kind and id of a subject.</summary>
    public async Task FindAsync(string sql, string what, Findings findings, CancellationToken ct)
    {
        await foreach (var row in RowsAsync(sql, [], ct))
            findings.Add($"{row[0]} {Cells.Told(row[1])}", what);
    }

    public async ValueTask DisposeAsync()
    {
        await DoAsync("commit", CancellationToken.None);
        await connection.CloseAsync();
    }

    private async Task DoAsync(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
